-- A party of ten that played one short arena session, as snowparty 0.1.0 with schema 1 wrote it. Never to be changed.
BEGIN TRANSACTION;
CREATE TABLE board_snapshot (
    party       TEXT NOT NULL,
    session     INTEGER NOT NULL,
    seq         INTEGER NOT NULL,           -- of the event that it follows
    payload     TEXT NOT NULL,              -- JSON: the rows of leaderboard.update
    PRIMARY KEY (party, session, seq)
) STRICT, WITHOUT ROWID;
INSERT INTO "board_snapshot" VALUES('PNJD',2,39,'[{"player_id":9,"place":1,"score":1000,"gained":1000,"moved":0},{"player_id":10,"place":1,"score":1000,"gained":1000,"moved":0},{"player_id":8,"place":3,"score":571,"gained":571,"moved":0},{"player_id":1,"place":4,"score":0,"gained":0,"moved":0},{"player_id":2,"place":4,"score":0,"gained":0,"moved":0},{"player_id":3,"place":4,"score":0,"gained":0,"moved":0},{"player_id":4,"place":4,"score":0,"gained":0,"moved":0},{"player_id":5,"place":4,"score":0,"gained":0,"moved":0},{"player_id":6,"place":4,"score":0,"gained":0,"moved":0},{"player_id":7,"place":4,"score":0,"gained":0,"moved":0}]');
INSERT INTO "board_snapshot" VALUES('PNJD',2,102,'[{"player_id":10,"place":1,"score":1267,"gained":167,"moved":0},{"player_id":9,"place":2,"score":1100,"gained":0,"moved":-1},{"player_id":8,"place":3,"score":838,"gained":167,"moved":0},{"player_id":1,"place":4,"score":0,"gained":0,"moved":0},{"player_id":2,"place":4,"score":0,"gained":0,"moved":0},{"player_id":3,"place":4,"score":0,"gained":0,"moved":0},{"player_id":4,"place":4,"score":0,"gained":0,"moved":0},{"player_id":5,"place":4,"score":0,"gained":0,"moved":0},{"player_id":6,"place":4,"score":0,"gained":0,"moved":0},{"player_id":7,"place":4,"score":0,"gained":0,"moved":0}]');
INSERT INTO "board_snapshot" VALUES('PNJD',2,123,'[{"player_id":10,"place":1,"score":2031,"gained":664,"moved":0},{"player_id":9,"place":2,"score":2017,"gained":817,"moved":0},{"player_id":8,"place":3,"score":1781,"gained":843,"moved":0},{"player_id":1,"place":4,"score":0,"gained":0,"moved":0},{"player_id":2,"place":4,"score":0,"gained":0,"moved":0},{"player_id":3,"place":4,"score":0,"gained":0,"moved":0},{"player_id":4,"place":4,"score":0,"gained":0,"moved":0},{"player_id":5,"place":4,"score":0,"gained":0,"moved":0},{"player_id":6,"place":4,"score":0,"gained":0,"moved":0},{"player_id":7,"place":4,"score":0,"gained":0,"moved":0}]');
INSERT INTO "board_snapshot" VALUES('PNJD',2,124,'[{"player_id":10,"place":1,"score":2031,"gained":664,"moved":0},{"player_id":9,"place":2,"score":2017,"gained":817,"moved":0},{"player_id":8,"place":3,"score":1781,"gained":843,"moved":0},{"player_id":1,"place":4,"score":0,"gained":0,"moved":0},{"player_id":2,"place":4,"score":0,"gained":0,"moved":0},{"player_id":3,"place":4,"score":0,"gained":0,"moved":0},{"player_id":4,"place":4,"score":0,"gained":0,"moved":0},{"player_id":5,"place":4,"score":0,"gained":0,"moved":0},{"player_id":6,"place":4,"score":0,"gained":0,"moved":0},{"player_id":7,"place":4,"score":0,"gained":0,"moved":0}]');
CREATE TABLE journal (
    party       TEXT NOT NULL,
    last_seq    INTEGER NOT NULL,           -- position of the batch's last event, from 1
    n           INTEGER NOT NULL,           -- events in the batch
    at_ms       INTEGER NOT NULL,           -- party time of the last event
    body        TEXT NOT NULL,
    PRIMARY KEY (party, last_seq)
) STRICT, WITHOUT ROWID;
INSERT INTO "journal" VALUES('PNJD',3,3,0,'[{"at":0,"event":{"Opened":{"code":"PNJD","name":"Snowparty","lang":"en","max_players":1000,"wall":"2026-11-21T09:54:47Z"}}},{"at":0,"event":{"SessionOpened":{"session":1,"game":"arena","settings":{"board_seconds":14,"gift_points":100,"intro_seconds":6,"levels":[{"level":"green","mini_game":"tap","points":1000,"seconds":20},{"level":"yellow","mini_game":"choose","points":1500,"seconds":15},{"level":"red","mini_game":"puzzle","points":2000,"seconds":90}],"reveal_seconds":5},"wall":"2026-11-21T09:54:47Z"}}},{"at":0,"event":{"HostKey":{"token":"8RpOBbcUJAWE3iwQEyXcz6FZE69qso7RLaTgxVWjid4"}}}]');
INSERT INTO "journal" VALUES('PNJD',4,1,0,'[{"at":0,"event":{"HostKey":{"token":"12Z2VbXMkZCe3keogNep32X_o8flE_7GDAsNRMrAIpo"}}}]');
INSERT INTO "journal" VALUES('PNJD',7,3,0,'[{"at":0,"event":{"Joined":{"seat":1,"name":"Max","avatar":"fox","color":0,"token":"ZJg3r7KVHl-vXuBV47a-dq50sNEyiwWELmg5QQ9uwVQ","device":"oLeJGKhICV5_elj0HmDl2DHO2KdNDyxGE60fCUJZpeA","wall":"2026-11-21T09:55:07Z"}}},{"at":0,"event":{"Joined":{"seat":2,"name":"Деда Коля","avatar":"bear","color":1,"token":"aSI50wcmzSY_WWQnZWQZfFcWZgB6QkeB7HBcHIG_fKg","device":"1IHN4FxuToXat-lR5Eq3tX0izS6iO7k10-e99jnH0oo","wall":"2026-11-21T09:55:07Z"}}},{"at":0,"event":{"Joined":{"seat":3,"name":"Лиза","avatar":"frog","color":2,"token":"t6GdqCVHV2N3Krjk2oEx-hWwGrAOwO8paQjZZXeUgoc","device":"MywTd0X_hnSdjH_1pmWBJKpgYCijiNoT_A2_x5edRoo","wall":"2026-11-21T09:55:07Z"}}}]');
INSERT INTO "journal" VALUES('PNJD',8,1,0,'[{"at":0,"event":{"Joined":{"seat":4,"name":"Anna","avatar":"owl","color":3,"token":"8TuAKoFl74cHvaNGhrZ64BHCiVCw5WrGJULSxXKd9ok","device":"oKPZK0x3Tv4GluUejscCReJc6Yz3N3eOzr6DAwIoxyc","wall":"2026-11-21T09:55:07Z"}}}]');
INSERT INTO "journal" VALUES('PNJD',9,1,0,'[{"at":0,"event":{"HostKey":{"token":"aXf_oEWO8WMrstY5dqVJwAfx3tEnuQRk_zQ49-EOekQ"}}}]');
INSERT INTO "journal" VALUES('PNJD',11,2,0,'[{"at":0,"event":{"Joined":{"seat":5,"name":"Лиза 2","avatar":"octopus","color":4,"token":"e2hWW_jDtp5kV-6GXErQG5m1i-l899-A6hB331btV1E","device":"lv5fjoKhb8LQB1XwMjkAFkCrmPGHoFvqpKwLgexHA6k","wall":"2026-11-21T09:55:33Z"}}},{"at":0,"event":{"Joined":{"seat":6,"name":"Max 2","avatar":"tiger","color":5,"token":"0z0cSFI8FEvSgnP5cyR64vxLEC29zMH0x2yqfNyLV9U","device":"C7z6Dd8Ist07aHirJ17_AJuehZ95PTXUC275aqjErP4","wall":"2026-11-21T09:55:33Z"}}}]');
INSERT INTO "journal" VALUES('PNJD',12,1,0,'[{"at":0,"event":{"Joined":{"seat":7,"name":"Anna 2","avatar":"hare","color":6,"token":"ZIP0gbTzywVzNXu63chzHXprBuK7emoyppaPaZMihGk","device":"_RZc80cgSF8QMirf2fFcnPHeFVJ-b6Mb5m53-cnnKPg","wall":"2026-11-21T09:55:33Z"}}}]');
INSERT INTO "journal" VALUES('PNJD',13,1,0,'[{"at":0,"event":{"HostKey":{"token":"MkUnpI29sFsTu9UHTzL2NLp44ZQV5WcpbfE8SDEmlTA"}}}]');
INSERT INTO "journal" VALUES('PNJD',15,2,0,'[{"at":0,"event":{"Joined":{"seat":8,"name":"Лиза 3","avatar":"penguin","color":7,"token":"Ku2vDR0eFLUF3VWPzawqR5O65Uv__Ezlu9O6mL_x43o","device":"-8Qe_IFjSZJXgj5nCMyVaNq9NKwE_hstDDfsJ65Lh3c","wall":"2026-11-21T09:56:28Z"}}},{"at":0,"event":{"Joined":{"seat":9,"name":"Anna 3","avatar":"wolf","color":8,"token":"b_EkBfJtMXwe-9c-We7_EwvbX9u_kwkoYrTjTD5jG8k","device":"9fRf3_a2sOHl8qUQ7Gz_n3kojcdyVoFRoy1rniB3jrU","wall":"2026-11-21T09:56:28Z"}}}]');
INSERT INTO "journal" VALUES('PNJD',16,1,0,'[{"at":0,"event":{"Joined":{"seat":10,"name":"Max 3","avatar":"cat","color":9,"token":"Cfg3PHGvIyc1Se2hzEi9t_EP_FfzbxVW69R8WN5lmw0","device":"DCbjECizPTGbB5JM-Kt3IEnuY7Q9DOm4ITysm1dwnpY","wall":"2026-11-21T09:56:28Z"}}}]');
INSERT INTO "journal" VALUES('PNJD',17,1,0,'[{"at":0,"event":{"HostKey":{"token":"WF7otYskH44RLAC2Z_16RpUeIkb1NUhJRIHM7Qw82VU"}}}]');
INSERT INTO "journal" VALUES('PNJD',19,2,0,'[{"at":0,"event":{"SessionOpened":{"session":2,"game":"arena","settings":{"board_seconds":14,"gift_points":100,"intro_seconds":6,"levels":[{"level":"green","mini_game":"tap","points":1000,"seconds":5},{"level":"yellow","mini_game":"choose","points":1000,"seconds":5},{"level":"red","mini_game":"puzzle","points":1000,"seconds":20}],"reveal_seconds":5},"wall":"2026-11-21T09:56:28Z"}}},{"at":0,"event":{"Answered":{"seat":null,"action_id":"7ac490e8-0953-4416-b3cb-ad91aaea2388","answer":{}}}}]');
INSERT INTO "journal" VALUES('PNJD',22,3,0,'[{"at":0,"event":{"SessionStarted":{"state":{"setup":{"levels":[{"level":"green","mini_game":"tap","seconds":5,"points":1000},{"level":"yellow","mini_game":"choose","seconds":5,"points":1000},{"level":"red","mini_game":"puzzle","seconds":20,"points":1000}],"intro_seconds":6,"board_seconds":14,"reveal_seconds":5,"gift_points":100},"rounds":[{"level":{"level":"green","mini_game":"tap","seconds":5,"points":1000},"table":{"tap":{"points":1000,"seconds":5,"timer":{"opened":0,"deadline":5000},"thrown":{}}},"begun":false},{"level":{"level":"yellow","mini_game":"choose","seconds":5,"points":1000},"table":{"choose":{"points":1000,"open_ms":5000,"reveal_ms":5000,"questions":[{"text":{"en":"Whom does the giant Yule Cat of Icelandic legend come for at Christmas?","ru":"За кем на Рождество приходит огромный Йольский кот из исландских преданий?"},"choices":[{"en":"Those who forgot the tree","ru":"За теми, кто без ёлки"},{"en":"Those with no new clothes","ru":"За теми, кто без обновки"},{"en":"Those who hide the sweets","ru":"За теми, кто прячет сласти"},{"en":"Those who go to bed late","ru":"За теми, кто поздно лёг"}],"right":1,"note":{"en":"So a pair of socks is the best of presents there: it keeps a very large cat away.","ru":"Так что носки там — лучший подарок: они спасают от очень большого кота."},"answers":{}},{"text":{"en":"How long was each film at the Lumière brothers’ famous Paris show of 1895?","ru":"Сколько шёл каждый фильм на знаменитом парижском сеансе братьев Люмьер в 1895 году?"},"choices":[{"en":"About two hours","ru":"Около двух часов"},{"en":"About half an hour","ru":"Около получаса"},{"en":"About ten minutes","ru":"Около десяти минут"},{"en":"Less than a minute","ru":"Меньше минуты"}],"right":3,"note":{"en":"Ten were shown that evening, 28 December, and the audience went home amazed.","ru":"В тот вечер, 28 декабря, показали десять лент, и публика разошлась в изумлении."},"answers":{}},{"text":{"en":"How soon after the tin can was the first can opener invented?","ru":"Как скоро после консервной банки изобрели консервный нож?"},"choices":[{"en":"About a year later","ru":"Примерно через год"},{"en":"Over forty years later","ru":"Через сорок с лишним лет"},{"en":"About five years later","ru":"Примерно через пять лет"},{"en":"In the very same year","ru":"В том же самом году"}],"right":1,"note":{"en":"Until then people were advised to use a hammer and chisel: dinner was a workout.","ru":"До этого советовали брать молоток и зубило: ужин заменял зарядку."},"answers":{}},{"text":{"en":"What does a wombat leave behind in the shape of neat little cubes?","ru":"Что вомбат оставляет после себя в виде аккуратных кубиков?"},"choices":[{"en":"Eggs","ru":"Яйца"},{"en":"Droppings","ru":"Помёт"},{"en":"Burrows","ru":"Норки"},{"en":"Mud bricks","ru":"Кирпичики"}],"right":1,"note":{"en":"Cubes do not roll off rocks and logs, so a wombat’s note to the neighbours stays put.","ru":"Кубики не скатываются с камней и брёвен: записка соседям лежит, где положили."},"answers":{}},{"text":{"en":"About how many sunrises a day does a crew in a space station near Earth see?","ru":"Сколько примерно рассветов в сутки видит экипаж станции на околоземной орбите?"},"choices":[{"en":"2","ru":"2"},{"en":"4","ru":"4"},{"en":"16","ru":"16"},{"en":"100","ru":"100"}],"right":2,"note":{"en":"One lap takes about an hour and a half: just time to have breakfast, and it is evening.","ru":"Виток длится около полутора часов: только позавтракал — а уже и вечер."},"answers":{}},{"text":{"en":"Which volleyball player wears a shirt of a different colour from the team’s?","ru":"Кто из волейболистов носит майку не того цвета, что вся команда?"},"choices":[{"en":"The latest newcomer","ru":"Недавний новичок"},{"en":"The team’s captain","ru":"Капитан команды"},{"en":"The master of defence","ru":"Мастер защиты"},{"en":"The team’s top scorer","ru":"Лучший бомбардир"}],"right":2,"note":{"en":"This is the libero, who saves hopeless balls and may swap in again and again.","ru":"Это либеро: он спасает безнадёжные мячи, и менять его можно сколько угодно раз."},"answers":{}}],"scene":{"index":0,"opened":null,"revealed":null}}},"begun":false},{"level":{"level":"red","mini_game":"puzzle","seconds":20,"points":1000},"table":{"puzzle":{"points":1000,"play_ms":20000,"timer":{"opened":0,"deadline":20000},"picture":"tree","board":{"size":4,"tiles":[0,2,4,8,1,9,6,3,7,10,11,12,13,5,14,15]},"slid":{}}},"begun":false}],"current":0,"closed":0,"phase":{"Opening":0},"players":{"1":{"in_level":true,"earned":[]},"2":{"in_level":true,"earned":[]},"3":{"in_level":true,"earned":[]},"4":{"in_level":true,"earned":[]},"5":{"in_level":true,"earned":[]},"6":{"in_level":true,"earned":[]},"7":{"in_level":true,"earned":[]},"8":{"in_level":true,"earned":[]},"9":{"in_level":true,"earned":[]},"10":{"in_level":true,"earned":[]}},"away":[],"baseline":{},"leader":null,"gift":null,"gift_due":null,"fallen":0,"cues":[]},"deck":["can-opener","first-films","orbit-sunrises","volleyball-shirt","wombat-cubes","yule-cat"],"wall":"2026-11-21T09:56:28Z"}}},{"at":0,"event":{"Answered":{"seat":null,"action_id":"dfb7aee1-58b4-4f7e-8cfe-b28776f5afd5","answer":{}}}},{"at":0,"event":{"Game":{"announced":{}}}}]');
INSERT INTO "journal" VALUES('PNJD',24,2,552,'[{"at":552,"event":{"Confirmed":{"seat":10,"ready":true}}},{"at":552,"event":{"Answered":{"seat":10,"action_id":"bot-10-1-785f1244","answer":{}}}}]');
INSERT INTO "journal" VALUES('PNJD',26,2,1883,'[{"at":1883,"event":{"Confirmed":{"seat":8,"ready":true}}},{"at":1883,"event":{"Answered":{"seat":8,"action_id":"bot-8-1-3ba33582","answer":{}}}}]');
INSERT INTO "journal" VALUES('PNJD',28,2,2593,'[{"at":2593,"event":{"Confirmed":{"seat":9,"ready":true}}},{"at":2593,"event":{"Answered":{"seat":9,"action_id":"bot-9-1-796ef9d7","answer":{}}}}]');
INSERT INTO "journal" VALUES('PNJD',29,1,3001,'[{"at":3001,"event":{"Game":{"cued":{"cue":"tick"}}}}]');
INSERT INTO "journal" VALUES('PNJD',30,1,4001,'[{"at":4001,"event":{"Game":{"cued":{"cue":"tick"}}}}]');
INSERT INTO "journal" VALUES('PNJD',31,1,5001,'[{"at":5001,"event":{"Game":{"cued":{"cue":"tick"}}}}]');
INSERT INTO "journal" VALUES('PNJD',32,1,6001,'[{"at":6001,"event":{"Game":{"started":{}}}}]');
INSERT INTO "journal" VALUES('PNJD',34,2,11006,'[{"at":11006,"event":{"Game":{"reported":{"seat":10,"details":{"per_second":[7,7,7,7,7],"done":true},"elapsed":5005}}}},{"at":11006,"event":{"Answered":{"seat":10,"action_id":"bot-10-2-f86ccbc7","answer":{"points":1000}}}}]');
INSERT INTO "journal" VALUES('PNJD',40,6,11007,'[{"at":11006,"event":{"Game":{"reported":{"seat":8,"details":{"per_second":[4,4,4,4,4],"done":true},"elapsed":5005}}}},{"at":11006,"event":{"Answered":{"seat":8,"action_id":"bot-8-2-01f32a64","answer":{"points":571}}}},{"at":11007,"event":{"Game":{"reported":{"seat":9,"details":{"per_second":[7,7,7,7,7],"done":true},"elapsed":5005}}}},{"at":11007,"event":{"Answered":{"seat":9,"action_id":"bot-9-2-0ae93d50","answer":{"points":1000}}}},{"at":11007,"event":{"Game":{"closed":{"gift":true,"away":[1,2,3,4,5,6,7]}}}},{"at":11007,"event":{"Game":{"led":{"seat":9}}}}]');
INSERT INTO "journal" VALUES('PNJD',41,1,14889,'[{"at":14889,"event":{"Game":{"gift_fell":{}}}}]');
INSERT INTO "journal" VALUES('PNJD',44,3,16331,'[{"at":16331,"event":{"Game":{"caught":{"seat":10}}}},{"at":16331,"event":{"Answered":{"seat":10,"action_id":"bot-10-3-041b4f9e","answer":{"points":100}}}},{"at":16331,"event":{"Game":{"led":{"seat":10}}}}]');
INSERT INTO "journal" VALUES('PNJD',46,2,18504,'[{"at":18504,"event":{"Game":{"caught":{"seat":9}}}},{"at":18504,"event":{"Answered":{"seat":9,"action_id":"bot-9-3-500fad98","answer":{"points":100}}}}]');
INSERT INTO "journal" VALUES('PNJD',48,2,20005,'[{"at":20005,"event":{"Game":{"caught":{"seat":8}}}},{"at":20005,"event":{"Answered":{"seat":8,"action_id":"bot-8-3-a0eb1cea","answer":{"points":100}}}}]');
INSERT INTO "journal" VALUES('PNJD',49,1,21140,'[{"at":21140,"event":{"Game":{"gift_ended":{}}}}]');
INSERT INTO "journal" VALUES('PNJD',50,1,25008,'[{"at":25008,"event":{"Game":{"announced":{}}}}]');
INSERT INTO "journal" VALUES('PNJD',51,1,28011,'[{"at":28011,"event":{"Game":{"cued":{"cue":"tick"}}}}]');
INSERT INTO "journal" VALUES('PNJD',52,1,29010,'[{"at":29010,"event":{"Game":{"cued":{"cue":"tick"}}}}]');
INSERT INTO "journal" VALUES('PNJD',53,1,30010,'[{"at":30010,"event":{"Game":{"cued":{"cue":"tick"}}}}]');
INSERT INTO "journal" VALUES('PNJD',54,1,31011,'[{"at":31011,"event":{"Game":{"started":{}}}}]');
INSERT INTO "journal" VALUES('PNJD',56,2,31116,'[{"at":31116,"event":{"Game":{"reported":{"seat":8,"details":{"question":0,"choice":3},"elapsed":105}}}},{"at":31116,"event":{"Answered":{"seat":8,"action_id":"bot-8-5-37183696","answer":{"choice":3,"question":0}}}}]');
INSERT INTO "journal" VALUES('PNJD',58,2,31159,'[{"at":31159,"event":{"Game":{"reported":{"seat":9,"details":{"question":0,"choice":3},"elapsed":148}}}},{"at":31159,"event":{"Answered":{"seat":9,"action_id":"bot-9-5-9b76c631","answer":{"choice":3,"question":0}}}}]');
INSERT INTO "journal" VALUES('PNJD',61,3,31183,'[{"at":31183,"event":{"Game":{"reported":{"seat":10,"details":{"question":0,"choice":2},"elapsed":172}}}},{"at":31183,"event":{"Answered":{"seat":10,"action_id":"bot-10-6-14bc32b8","answer":{"choice":2,"question":0}}}},{"at":31183,"event":{"Game":{"turned":{}}}}]');
INSERT INTO "journal" VALUES('PNJD',62,1,36187,'[{"at":36187,"event":{"Game":{"turned":{}}}}]');
INSERT INTO "journal" VALUES('PNJD',64,2,36409,'[{"at":36409,"event":{"Game":{"reported":{"seat":9,"details":{"question":1,"choice":0},"elapsed":222}}}},{"at":36409,"event":{"Answered":{"seat":9,"action_id":"bot-9-6-eb39ce0d","answer":{"choice":0,"question":1}}}}]');
INSERT INTO "journal" VALUES('PNJD',66,2,36453,'[{"at":36453,"event":{"Game":{"reported":{"seat":8,"details":{"question":1,"choice":1},"elapsed":266}}}},{"at":36453,"event":{"Answered":{"seat":8,"action_id":"bot-8-6-6cae2f32","answer":{"choice":1,"question":1}}}}]');
INSERT INTO "journal" VALUES('PNJD',69,3,36557,'[{"at":36557,"event":{"Game":{"reported":{"seat":10,"details":{"question":1,"choice":1},"elapsed":370}}}},{"at":36557,"event":{"Answered":{"seat":10,"action_id":"bot-10-7-c467a2cb","answer":{"choice":1,"question":1}}}},{"at":36557,"event":{"Game":{"turned":{}}}}]');
INSERT INTO "journal" VALUES('PNJD',70,1,41558,'[{"at":41558,"event":{"Game":{"turned":{}}}}]');
INSERT INTO "journal" VALUES('PNJD',72,2,41847,'[{"at":41847,"event":{"Game":{"reported":{"seat":9,"details":{"question":2,"choice":0},"elapsed":289}}}},{"at":41847,"event":{"Answered":{"seat":9,"action_id":"bot-9-7-62e5434a","answer":{"choice":0,"question":2}}}}]');
INSERT INTO "journal" VALUES('PNJD',74,2,41886,'[{"at":41886,"event":{"Game":{"reported":{"seat":8,"details":{"question":2,"choice":3},"elapsed":328}}}},{"at":41886,"event":{"Answered":{"seat":8,"action_id":"bot-8-7-26d2a958","answer":{"choice":3,"question":2}}}}]');
INSERT INTO "journal" VALUES('PNJD',77,3,42007,'[{"at":42007,"event":{"Game":{"reported":{"seat":10,"details":{"question":2,"choice":1},"elapsed":449}}}},{"at":42007,"event":{"Answered":{"seat":10,"action_id":"bot-10-8-6aac87fa","answer":{"choice":1,"question":2}}}},{"at":42007,"event":{"Game":{"turned":{}}}}]');
INSERT INTO "journal" VALUES('PNJD',78,1,47007,'[{"at":47007,"event":{"Game":{"turned":{}}}}]');
INSERT INTO "journal" VALUES('PNJD',80,2,47222,'[{"at":47222,"event":{"Game":{"reported":{"seat":9,"details":{"question":3,"choice":3},"elapsed":215}}}},{"at":47222,"event":{"Answered":{"seat":9,"action_id":"bot-9-8-c85657da","answer":{"choice":3,"question":3}}}}]');
INSERT INTO "journal" VALUES('PNJD',82,2,47347,'[{"at":47347,"event":{"Game":{"reported":{"seat":10,"details":{"question":3,"choice":0},"elapsed":340}}}},{"at":47347,"event":{"Answered":{"seat":10,"action_id":"bot-10-9-5eb80ff8","answer":{"choice":0,"question":3}}}}]');
INSERT INTO "journal" VALUES('PNJD',85,3,47494,'[{"at":47494,"event":{"Game":{"reported":{"seat":8,"details":{"question":3,"choice":0},"elapsed":486}}}},{"at":47494,"event":{"Answered":{"seat":8,"action_id":"bot-8-8-87f69e79","answer":{"choice":0,"question":3}}}},{"at":47494,"event":{"Game":{"turned":{}}}}]');
INSERT INTO "journal" VALUES('PNJD',86,1,52495,'[{"at":52495,"event":{"Game":{"turned":{}}}}]');
INSERT INTO "journal" VALUES('PNJD',88,2,52631,'[{"at":52631,"event":{"Game":{"reported":{"seat":8,"details":{"question":4,"choice":2},"elapsed":136}}}},{"at":52631,"event":{"Answered":{"seat":8,"action_id":"bot-8-9-176ed625","answer":{"choice":2,"question":4}}}}]');
INSERT INTO "journal" VALUES('PNJD',90,2,52725,'[{"at":52725,"event":{"Game":{"reported":{"seat":10,"details":{"question":4,"choice":1},"elapsed":230}}}},{"at":52725,"event":{"Answered":{"seat":10,"action_id":"bot-10-10-ec04f0f0","answer":{"choice":1,"question":4}}}}]');
INSERT INTO "journal" VALUES('PNJD',93,3,52763,'[{"at":52763,"event":{"Game":{"reported":{"seat":9,"details":{"question":4,"choice":3},"elapsed":268}}}},{"at":52763,"event":{"Answered":{"seat":9,"action_id":"bot-9-9-66aed617","answer":{"choice":3,"question":4}}}},{"at":52763,"event":{"Game":{"turned":{}}}}]');
INSERT INTO "journal" VALUES('PNJD',94,1,57763,'[{"at":57763,"event":{"Game":{"turned":{}}}}]');
INSERT INTO "journal" VALUES('PNJD',96,2,57852,'[{"at":57852,"event":{"Game":{"reported":{"seat":9,"details":{"question":5,"choice":0},"elapsed":89}}}},{"at":57852,"event":{"Answered":{"seat":9,"action_id":"bot-9-10-51a88899","answer":{"choice":0,"question":5}}}}]');
INSERT INTO "journal" VALUES('PNJD',98,2,57973,'[{"at":57973,"event":{"Game":{"reported":{"seat":10,"details":{"question":5,"choice":0},"elapsed":210}}}},{"at":57973,"event":{"Answered":{"seat":10,"action_id":"bot-10-11-cb8d72bc","answer":{"choice":0,"question":5}}}}]');
INSERT INTO "journal" VALUES('PNJD',101,3,58190,'[{"at":58190,"event":{"Game":{"reported":{"seat":8,"details":{"question":5,"choice":3},"elapsed":427}}}},{"at":58190,"event":{"Answered":{"seat":8,"action_id":"bot-8-10-a0a35553","answer":{"choice":3,"question":5}}}},{"at":58190,"event":{"Game":{"turned":{}}}}]');
INSERT INTO "journal" VALUES('PNJD',102,1,63190,'[{"at":63190,"event":{"Game":{"closed":{"gift":true,"away":[1,2,3,4,5,6,7]}}}}]');
INSERT INTO "journal" VALUES('PNJD',103,1,67065,'[{"at":67065,"event":{"Game":{"gift_fell":{}}}}]');
INSERT INTO "journal" VALUES('PNJD',105,2,68577,'[{"at":68577,"event":{"Game":{"caught":{"seat":10}}}},{"at":68577,"event":{"Answered":{"seat":10,"action_id":"bot-10-12-8947f2d4","answer":{"points":100}}}}]');
INSERT INTO "journal" VALUES('PNJD',107,2,70128,'[{"at":70128,"event":{"Game":{"caught":{"seat":8}}}},{"at":70128,"event":{"Answered":{"seat":8,"action_id":"bot-8-11-bd250008","answer":{"points":100}}}}]');
INSERT INTO "journal" VALUES('PNJD',109,2,70484,'[{"at":70484,"event":{"Game":{"caught":{"seat":9}}}},{"at":70484,"event":{"Answered":{"seat":9,"action_id":"bot-9-11-b4d27215","answer":{"points":100}}}}]');
INSERT INTO "journal" VALUES('PNJD',110,1,73316,'[{"at":73316,"event":{"Game":{"gift_ended":{}}}}]');
INSERT INTO "journal" VALUES('PNJD',111,1,77191,'[{"at":77191,"event":{"Game":{"announced":{}}}}]');
INSERT INTO "journal" VALUES('PNJD',112,1,80192,'[{"at":80192,"event":{"Game":{"cued":{"cue":"tick"}}}}]');
INSERT INTO "journal" VALUES('PNJD',113,1,81192,'[{"at":81192,"event":{"Game":{"cued":{"cue":"tick"}}}}]');
INSERT INTO "journal" VALUES('PNJD',114,1,82192,'[{"at":82192,"event":{"Game":{"cued":{"cue":"tick"}}}}]');
INSERT INTO "journal" VALUES('PNJD',115,1,83192,'[{"at":83192,"event":{"Game":{"started":{}}}}]');
INSERT INTO "journal" VALUES('PNJD',117,2,89456,'[{"at":89456,"event":{"Game":{"reported":{"seat":8,"details":{"moves":[1,9,6,3,8,4,3,6,10,7,9,10,7,5,14,11,6,7,5,6,11,14,13,9,10,5,6,10,9,13,14,15],"done":true},"elapsed":6264}}}},{"at":89456,"event":{"Answered":{"seat":8,"action_id":"bot-8-13-15641458","answer":{"points":843,"solved":true}}}}]');
INSERT INTO "journal" VALUES('PNJD',119,2,90521,'[{"at":90521,"event":{"Game":{"reported":{"seat":9,"details":{"moves":[1,9,6,3,8,4,3,6,10,7,9,10,7,5,14,11,6,7,5,6,11,14,13,9,10,5,6,10,9,13,14,15],"done":true},"elapsed":7329}}}},{"at":90521,"event":{"Answered":{"seat":9,"action_id":"bot-9-13-5bc1a9ef","answer":{"points":817,"solved":true}}}}]');
INSERT INTO "journal" VALUES('PNJD',120,1,93193,'[{"at":93193,"event":{"Game":{"cued":{"cue":"hurry"}}}}]');
INSERT INTO "journal" VALUES('PNJD',123,3,96635,'[{"at":96635,"event":{"Game":{"reported":{"seat":10,"details":{"moves":[1,9,6,3,8,4,3,6,10,7,9,10,7,5,14,11,6,7,5,6,11,14,13,9,10,5,6,10,9,13,14,15],"done":true},"elapsed":13443}}}},{"at":96635,"event":{"Answered":{"seat":10,"action_id":"bot-10-15-5834b76f","answer":{"points":664,"solved":true}}}},{"at":96635,"event":{"Game":{"closed":{"gift":false,"away":[1,2,3,4,5,6,7]}}}}]');
INSERT INTO "journal" VALUES('PNJD',125,2,102636,'[{"at":102636,"event":{"Game":{"finished":{}}}},{"at":102636,"event":{"SessionFinished":{"wall":"2026-11-21T09:58:11Z"}}}]');
CREATE TABLE party (
    code        TEXT PRIMARY KEY,
    name        TEXT NOT NULL,
    lang        TEXT NOT NULL,
    opened_at   TEXT NOT NULL,              -- RFC 3339, UTC
    ended_at    TEXT
) STRICT;
INSERT INTO "party" VALUES('PNJD','Snowparty','en','2026-11-21T09:54:47Z',NULL);
CREATE TABLE person (
    device_hash TEXT PRIMARY KEY,
    name        TEXT NOT NULL,              -- the latest
    seen_at     TEXT NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO "person" VALUES('-8Qe_IFjSZJXgj5nCMyVaNq9NKwE_hstDDfsJ65Lh3c','Лиза 3','2026-11-21T09:56:28Z');
INSERT INTO "person" VALUES('1IHN4FxuToXat-lR5Eq3tX0izS6iO7k10-e99jnH0oo','Деда Коля','2026-11-21T09:55:07Z');
INSERT INTO "person" VALUES('9fRf3_a2sOHl8qUQ7Gz_n3kojcdyVoFRoy1rniB3jrU','Anna 3','2026-11-21T09:56:28Z');
INSERT INTO "person" VALUES('C7z6Dd8Ist07aHirJ17_AJuehZ95PTXUC275aqjErP4','Max 2','2026-11-21T09:55:33Z');
INSERT INTO "person" VALUES('DCbjECizPTGbB5JM-Kt3IEnuY7Q9DOm4ITysm1dwnpY','Max 3','2026-11-21T09:56:28Z');
INSERT INTO "person" VALUES('MywTd0X_hnSdjH_1pmWBJKpgYCijiNoT_A2_x5edRoo','Лиза','2026-11-21T09:55:07Z');
INSERT INTO "person" VALUES('_RZc80cgSF8QMirf2fFcnPHeFVJ-b6Mb5m53-cnnKPg','Anna 2','2026-11-21T09:55:33Z');
INSERT INTO "person" VALUES('lv5fjoKhb8LQB1XwMjkAFkCrmPGHoFvqpKwLgexHA6k','Лиза 2','2026-11-21T09:55:33Z');
INSERT INTO "person" VALUES('oKPZK0x3Tv4GluUejscCReJc6Yz3N3eOzr6DAwIoxyc','Anna','2026-11-21T09:55:07Z');
INSERT INTO "person" VALUES('oLeJGKhICV5_elj0HmDl2DHO2KdNDyxGE60fCUJZpeA','Max','2026-11-21T09:55:07Z');
CREATE TABLE progress (
    party         TEXT NOT NULL,
    session       INTEGER NOT NULL,
    seat          INTEGER NOT NULL,
    level         TEXT NOT NULL,
    status        TEXT NOT NULL,
    score         INTEGER NOT NULL,
    time_spent_ms INTEGER NOT NULL,
    details       TEXT NOT NULL,            -- JSON
    PRIMARY KEY (party, session, seat, level)
) STRICT, WITHOUT ROWID;
INSERT INTO "progress" VALUES('PNJD',2,1,'green','done',0,0,'{"per_second":[]}');
INSERT INTO "progress" VALUES('PNJD',2,1,'red','done',0,0,'null');
INSERT INTO "progress" VALUES('PNJD',2,1,'yellow','done',0,0,'{"questions":[{"index":0,"points":0,"right":null},{"index":1,"points":0,"right":null},{"index":2,"points":0,"right":null},{"index":3,"points":0,"right":null},{"index":4,"points":0,"right":null},{"index":5,"points":0,"right":null}]}');
INSERT INTO "progress" VALUES('PNJD',2,2,'green','done',0,0,'{"per_second":[]}');
INSERT INTO "progress" VALUES('PNJD',2,2,'red','done',0,0,'null');
INSERT INTO "progress" VALUES('PNJD',2,2,'yellow','done',0,0,'{"questions":[{"index":0,"points":0,"right":null},{"index":1,"points":0,"right":null},{"index":2,"points":0,"right":null},{"index":3,"points":0,"right":null},{"index":4,"points":0,"right":null},{"index":5,"points":0,"right":null}]}');
INSERT INTO "progress" VALUES('PNJD',2,3,'green','done',0,0,'{"per_second":[]}');
INSERT INTO "progress" VALUES('PNJD',2,3,'red','done',0,0,'null');
INSERT INTO "progress" VALUES('PNJD',2,3,'yellow','done',0,0,'{"questions":[{"index":0,"points":0,"right":null},{"index":1,"points":0,"right":null},{"index":2,"points":0,"right":null},{"index":3,"points":0,"right":null},{"index":4,"points":0,"right":null},{"index":5,"points":0,"right":null}]}');
INSERT INTO "progress" VALUES('PNJD',2,4,'green','done',0,0,'{"per_second":[]}');
INSERT INTO "progress" VALUES('PNJD',2,4,'red','done',0,0,'null');
INSERT INTO "progress" VALUES('PNJD',2,4,'yellow','done',0,0,'{"questions":[{"index":0,"points":0,"right":null},{"index":1,"points":0,"right":null},{"index":2,"points":0,"right":null},{"index":3,"points":0,"right":null},{"index":4,"points":0,"right":null},{"index":5,"points":0,"right":null}]}');
INSERT INTO "progress" VALUES('PNJD',2,5,'green','done',0,0,'{"per_second":[]}');
INSERT INTO "progress" VALUES('PNJD',2,5,'red','done',0,0,'null');
INSERT INTO "progress" VALUES('PNJD',2,5,'yellow','done',0,0,'{"questions":[{"index":0,"points":0,"right":null},{"index":1,"points":0,"right":null},{"index":2,"points":0,"right":null},{"index":3,"points":0,"right":null},{"index":4,"points":0,"right":null},{"index":5,"points":0,"right":null}]}');
INSERT INTO "progress" VALUES('PNJD',2,6,'green','done',0,0,'{"per_second":[]}');
INSERT INTO "progress" VALUES('PNJD',2,6,'red','done',0,0,'null');
INSERT INTO "progress" VALUES('PNJD',2,6,'yellow','done',0,0,'{"questions":[{"index":0,"points":0,"right":null},{"index":1,"points":0,"right":null},{"index":2,"points":0,"right":null},{"index":3,"points":0,"right":null},{"index":4,"points":0,"right":null},{"index":5,"points":0,"right":null}]}');
INSERT INTO "progress" VALUES('PNJD',2,7,'green','done',0,0,'{"per_second":[]}');
INSERT INTO "progress" VALUES('PNJD',2,7,'red','done',0,0,'null');
INSERT INTO "progress" VALUES('PNJD',2,7,'yellow','done',0,0,'{"questions":[{"index":0,"points":0,"right":null},{"index":1,"points":0,"right":null},{"index":2,"points":0,"right":null},{"index":3,"points":0,"right":null},{"index":4,"points":0,"right":null},{"index":5,"points":0,"right":null}]}');
INSERT INTO "progress" VALUES('PNJD',2,8,'green','done',671,5000,'{"per_second":[4,4,4,4,4]}');
INSERT INTO "progress" VALUES('PNJD',2,8,'red','done',843,6264,'{"in_place":15,"moves":32,"solved":true}');
INSERT INTO "progress" VALUES('PNJD',2,8,'yellow','done',267,1748,'{"questions":[{"index":0,"points":0,"right":false},{"index":1,"points":0,"right":false},{"index":2,"points":0,"right":false},{"index":3,"points":0,"right":false},{"index":4,"points":167,"right":true},{"index":5,"points":0,"right":false}]}');
INSERT INTO "progress" VALUES('PNJD',2,9,'green','done',1100,5000,'{"per_second":[7,7,7,7,7]}');
INSERT INTO "progress" VALUES('PNJD',2,9,'red','done',817,7329,'{"in_place":15,"moves":32,"solved":true}');
INSERT INTO "progress" VALUES('PNJD',2,9,'yellow','done',100,1231,'{"questions":[{"index":0,"points":0,"right":false},{"index":1,"points":0,"right":false},{"index":2,"points":0,"right":false},{"index":3,"points":0,"right":false},{"index":4,"points":0,"right":false},{"index":5,"points":0,"right":false}]}');
INSERT INTO "progress" VALUES('PNJD',2,10,'green','done',1100,5000,'{"per_second":[7,7,7,7,7]}');
INSERT INTO "progress" VALUES('PNJD',2,10,'red','done',664,13443,'{"in_place":15,"moves":32,"solved":true}');
INSERT INTO "progress" VALUES('PNJD',2,10,'yellow','done',267,1771,'{"questions":[{"index":0,"points":0,"right":false},{"index":1,"points":0,"right":false},{"index":2,"points":167,"right":true},{"index":3,"points":0,"right":false},{"index":4,"points":0,"right":false},{"index":5,"points":0,"right":false}]}');
CREATE TABLE result (
    party       TEXT NOT NULL,
    session     INTEGER NOT NULL,
    seat        INTEGER NOT NULL,
    place       INTEGER NOT NULL,
    score       INTEGER NOT NULL,
    PRIMARY KEY (party, session, seat)
) STRICT, WITHOUT ROWID;
INSERT INTO "result" VALUES('PNJD',2,1,4,0);
INSERT INTO "result" VALUES('PNJD',2,2,4,0);
INSERT INTO "result" VALUES('PNJD',2,3,4,0);
INSERT INTO "result" VALUES('PNJD',2,4,4,0);
INSERT INTO "result" VALUES('PNJD',2,5,4,0);
INSERT INTO "result" VALUES('PNJD',2,6,4,0);
INSERT INTO "result" VALUES('PNJD',2,7,4,0);
INSERT INTO "result" VALUES('PNJD',2,8,3,1781);
INSERT INTO "result" VALUES('PNJD',2,9,2,2017);
INSERT INTO "result" VALUES('PNJD',2,10,1,2031);
CREATE TABLE seat (
    party       TEXT NOT NULL,
    id          INTEGER NOT NULL,
    person      TEXT NOT NULL REFERENCES person (device_hash),
    name        TEXT NOT NULL,
    avatar      TEXT NOT NULL,
    color       INTEGER NOT NULL,
    token_hash  TEXT NOT NULL UNIQUE,
    joined_at   TEXT NOT NULL,
    removed     INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (party, id)
) STRICT, WITHOUT ROWID;
INSERT INTO "seat" VALUES('PNJD',1,'oLeJGKhICV5_elj0HmDl2DHO2KdNDyxGE60fCUJZpeA','Max','fox',0,'ZJg3r7KVHl-vXuBV47a-dq50sNEyiwWELmg5QQ9uwVQ','2026-11-21T09:55:07Z',0);
INSERT INTO "seat" VALUES('PNJD',2,'1IHN4FxuToXat-lR5Eq3tX0izS6iO7k10-e99jnH0oo','Деда Коля','bear',1,'aSI50wcmzSY_WWQnZWQZfFcWZgB6QkeB7HBcHIG_fKg','2026-11-21T09:55:07Z',0);
INSERT INTO "seat" VALUES('PNJD',3,'MywTd0X_hnSdjH_1pmWBJKpgYCijiNoT_A2_x5edRoo','Лиза','frog',2,'t6GdqCVHV2N3Krjk2oEx-hWwGrAOwO8paQjZZXeUgoc','2026-11-21T09:55:07Z',0);
INSERT INTO "seat" VALUES('PNJD',4,'oKPZK0x3Tv4GluUejscCReJc6Yz3N3eOzr6DAwIoxyc','Anna','owl',3,'8TuAKoFl74cHvaNGhrZ64BHCiVCw5WrGJULSxXKd9ok','2026-11-21T09:55:07Z',0);
INSERT INTO "seat" VALUES('PNJD',5,'lv5fjoKhb8LQB1XwMjkAFkCrmPGHoFvqpKwLgexHA6k','Лиза 2','octopus',4,'e2hWW_jDtp5kV-6GXErQG5m1i-l899-A6hB331btV1E','2026-11-21T09:55:33Z',0);
INSERT INTO "seat" VALUES('PNJD',6,'C7z6Dd8Ist07aHirJ17_AJuehZ95PTXUC275aqjErP4','Max 2','tiger',5,'0z0cSFI8FEvSgnP5cyR64vxLEC29zMH0x2yqfNyLV9U','2026-11-21T09:55:33Z',0);
INSERT INTO "seat" VALUES('PNJD',7,'_RZc80cgSF8QMirf2fFcnPHeFVJ-b6Mb5m53-cnnKPg','Anna 2','hare',6,'ZIP0gbTzywVzNXu63chzHXprBuK7emoyppaPaZMihGk','2026-11-21T09:55:33Z',0);
INSERT INTO "seat" VALUES('PNJD',8,'-8Qe_IFjSZJXgj5nCMyVaNq9NKwE_hstDDfsJ65Lh3c','Лиза 3','penguin',7,'Ku2vDR0eFLUF3VWPzawqR5O65Uv__Ezlu9O6mL_x43o','2026-11-21T09:56:28Z',0);
INSERT INTO "seat" VALUES('PNJD',9,'9fRf3_a2sOHl8qUQ7Gz_n3kojcdyVoFRoy1rniB3jrU','Anna 3','wolf',8,'b_EkBfJtMXwe-9c-We7_EwvbX9u_kwkoYrTjTD5jG8k','2026-11-21T09:56:28Z',0);
INSERT INTO "seat" VALUES('PNJD',10,'DCbjECizPTGbB5JM-Kt3IEnuY7Q9DOm4ITysm1dwnpY','Max 3','cat',9,'Cfg3PHGvIyc1Se2hzEi9t_EP_FfzbxVW69R8WN5lmw0','2026-11-21T09:56:28Z',0);
CREATE TABLE session (
    party       TEXT NOT NULL,
    id          INTEGER NOT NULL,
    game        TEXT NOT NULL,
    status      TEXT NOT NULL CHECK (status IN ('pending', 'active', 'finished')),
    settings    TEXT NOT NULL,              -- JSON
    started_at  TEXT,
    ended_at    TEXT,
    PRIMARY KEY (party, id)
) STRICT, WITHOUT ROWID;
INSERT INTO "session" VALUES('PNJD',1,'arena','pending','{"board_seconds":14,"gift_points":100,"intro_seconds":6,"levels":[{"level":"green","mini_game":"tap","points":1000,"seconds":20},{"level":"yellow","mini_game":"choose","points":1500,"seconds":15},{"level":"red","mini_game":"puzzle","points":2000,"seconds":90}],"reveal_seconds":5}',NULL,NULL);
INSERT INTO "session" VALUES('PNJD',2,'arena','finished','{"board_seconds":14,"gift_points":100,"intro_seconds":6,"levels":[{"level":"green","mini_game":"tap","points":1000,"seconds":5},{"level":"yellow","mini_game":"choose","points":1000,"seconds":5},{"level":"red","mini_game":"puzzle","points":1000,"seconds":20}],"reveal_seconds":5}','2026-11-21T09:56:28Z','2026-11-21T09:58:11Z');
COMMIT;
PRAGMA user_version = 1;
