// The six sliding pictures: bright, with something of its own in every ninth and every sixteenth, so that a tile can be told from
// its neighbours. Each fills a box of 400 × 400.
import type { JSX } from 'preact';

type Draw = () => JSX.Element;

function Sky({ id, from, to }: { id: string; from: string; to: string }) {
  return (
    <g>
      <defs><linearGradient id={id} x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color={from} /><stop offset="1" stop-color={to} /></linearGradient></defs>
      <rect width="400" height="400" fill={`url(#${id})`} />
    </g>
  );
}

function Fir({ x, y, tall, fill = '#1c7a6a', snow = '#f4f8ff' }: { x: number; y: number; tall: number; fill?: string; snow?: string }) {
  return (
    <g transform={`translate(${x} ${y}) scale(${tall / 100})`}>
      <path d="M-6-12h12V0H-6Z" fill="#5b3350" />
      <path d="M0-100 24-62H14L34-34H20L42-8H-42L-20-34H-34L-14-62H-24Z" fill={fill} />
      <path d="M0-100 24-62 12-68 2-60-10-68-24-62ZM-34-34-20-52-8-42 4-50 18-54 34-34 18-40 4-32-14-40ZM-42-8-27-26-14-16 2-24 16-16 28-25 42-8 22-12 4-6-20-12Z" fill={snow} />
    </g>
  );
}

function Stars({ at, fill = '#fff' }: { at: readonly (readonly [number, number, number])[]; fill?: string }) {
  return <g fill={fill}>{at.map(([x, y, r]) => <path d={`M${x} ${y - r}Q${x} ${y} ${x + r} ${y}Q${x} ${y} ${x} ${y + r}Q${x} ${y} ${x - r} ${y}Q${x} ${y} ${x} ${y - r}Z`} />)}</g>;
}

const cabin: Draw = () => (
  <g>
    <Sky id="pic-cabin" from="#12205e" to="#ff9d76" />
    <path d="M326 26a40 40 0 1 0 44 58a36 36 0 0 1-44-58Z" fill="#fff3c9" />
    <Stars at={[[60, 50, 14], [150, 28, 9], [228, 74, 12], [36, 130, 8], [270, 140, 7]]} />
    <path d="M0 250Q90 190 190 236T400 214V400H0Z" fill="#8f7fd0" />
    <Fir x={46} y={300} tall={150} /><Fir x={362} y={296} tall={180} fill="#166a72" />
    <path d="M0 300Q130 262 260 296T400 286V400H0Z" fill="#f4f8ff" />
    <path d="M112 214h176v112H112Z" fill="#a2543f" /><path d="M112 238h176M112 262h176M112 286h176M112 308h176" stroke="#7d3b35" stroke-width="5" />
    <path d="M246 120h32v64h-32Z" fill="#7d3b35" /><path d="M240 112h44v16h-44Z" fill="#fff" />
    <path d="M262 104q-18-14 0-30t-4-36q34 12 22 38t-2 28Z" fill="#fff" opacity=".55" />
    <path d="M84 222 200 120 316 222Z" fill="#5a2a46" /><path d="M74 226 188 118q12-10 24 0l114 108q-16 8-28-4q-12 14-28 0q-14 12-28 0q-14 14-28 0q-14 12-28 0q-14 14-28 0q-14 12-28 0q-14 14-28 0q-12 12-28 4Z" fill="#fff" />
    <path d="M132 246h48v42h-48Z" fill="#ffd75d" /><path d="M156 246v42M132 267h48" stroke="#5a2a46" stroke-width="6" />
    <path d="M214 244h42v82h-42Z" fill="#41ca90" /><circle cx="246" cy="288" r="4" fill="#14204f" /><circle cx="235" cy="262" r="11" fill="#1c7a6a" /><circle cx="235" cy="262" r="5" fill="#41ca90" />
    <circle cx="76" cy="350" r="32" fill="#fff" /><circle cx="76" cy="304" r="23" fill="#fff" /><path d="M60 276h32l-4-24H64Z" fill="#14204f" /><path d="M76 306l24 5-24 5z" fill="#ffab2e" /><circle cx="69" cy="298" r="3" fill="#14204f" /><circle cx="84" cy="298" r="3" fill="#14204f" /><path d="M54 322q22 12 44 0v10q-22 12-44 0z" fill="#f58173" />
    <path d="M210 340q26 10 20 60h34q2-50-8-66Z" fill="#c9d6fa" /><path d="M300 360q40-24 84 0v18q-44-20-84 0z" fill="#c9d6fa" />
  </g>
);

const bear: Draw = () => (
  <g>
    <Sky id="pic-bear" from="#59b8ff" to="#d7f3ff" />
    <circle cx="70" cy="70" r="44" fill="#ffd75d" /><circle cx="70" cy="70" r="58" fill="#ffd75d" opacity=".3" />
    <path d="M260 70q10-34 46-26q24-26 50 2q34 0 32 30H262Z" fill="#fff" />
    <path d="M0 270Q110 220 200 260T400 240V400H0Z" fill="#b9c9f5" /><Fir x={350} y={270} tall={120} /><Fir x={30} y={286} tall={110} fill="#2a8f6f" />
    <path d="M0 330Q180 290 400 326V400H0Z" fill="#fff" />
    <ellipse cx="200" cy="312" rx="104" ry="86" fill="#c07a45" /><ellipse cx="200" cy="326" rx="62" ry="58" fill="#e6b27c" />
    <circle cx="122" cy="104" r="36" fill="#c07a45" /><circle cx="278" cy="104" r="36" fill="#c07a45" /><circle cx="122" cy="106" r="19" fill="#ffc2c6" /><circle cx="278" cy="106" r="19" fill="#ffc2c6" />
    <circle cx="200" cy="160" r="98" fill="#c98550" /><ellipse cx="200" cy="196" rx="48" ry="38" fill="#f0c896" /><ellipse cx="200" cy="178" rx="18" ry="13" fill="#14204f" />
    <path d="M200 190v14M176 206q24 24 48 0" fill="none" stroke="#14204f" stroke-width="7" stroke-linecap="round" />
    <circle cx="160" cy="148" r="14" fill="#14204f" /><circle cx="240" cy="148" r="14" fill="#14204f" /><circle cx="165" cy="142" r="5" fill="#fff" /><circle cx="245" cy="142" r="5" fill="#fff" />
    <ellipse cx="132" cy="186" rx="16" ry="11" fill="#ff9fb4" /><ellipse cx="268" cy="186" rx="16" ry="11" fill="#ff9fb4" />
    <path d="M112 238Q200 290 288 238L292 266Q200 316 108 266Z" fill="#f58173" /><path d="M236 264l34 76-28 14-34-78Z" fill="#e0604f" /><path d="M120 252l10 24M146 264l8 24M252 264l-8 24M280 250l-10 24" stroke="#fff" stroke-width="7" />
    <path d="M96 290Q60 300 64 350Q92 362 112 330ZM304 290Q340 300 336 350Q308 362 288 330Z" fill="#a9683a" /><circle cx="342" cy="340" r="34" fill="#fff" /><circle cx="334" cy="332" r="9" fill="#dfe8ff" />
    <path d="M30 372q24-18 50 0M120 384q24-14 48 0" stroke="#b9c9f5" stroke-width="8" fill="none" stroke-linecap="round" />
  </g>
);

const rocket: Draw = () => (
  <g>
    <Sky id="pic-rocket" from="#1a0f4a" to="#5b39a8" />
    <circle cx="316" cy="84" r="58" fill="#ffab5e" /><path d="M262 64q54 20 106-2M260 92q60 22 112 0" stroke="#e07a3a" stroke-width="10" fill="none" /><path d="M236 116Q316 130 396 52" stroke="#ffe08a" stroke-width="12" fill="none" stroke-linecap="round" />
    <Stars at={[[40, 40, 16], [120, 90, 9], [60, 190, 12], [196, 36, 10], [356, 200, 14], [300, 270, 8], [30, 286, 9], [366, 330, 10]]} fill="#fff6c9" />
    <circle cx="70" cy="120" r="26" fill="#6fe0d0" /><circle cx="62" cy="114" r="7" fill="#3fb5a8" /><circle cx="80" cy="128" r="5" fill="#3fb5a8" />
    <g transform="rotate(28 200 200)">
      <path d="M166 318Q152 376 200 408Q248 376 234 318Z" fill="#ffab2e" /><path d="M180 318Q172 356 200 380Q228 356 220 318Z" fill="#fff3b0" />
      <path d="M146 226Q96 258 104 322L156 300ZM254 226Q304 258 296 322L244 300Z" fill="#f0506a" />
      <path d="M200 16Q268 92 254 240L238 318H162L146 240Q132 92 200 16Z" fill="#f4f8ff" /><path d="M200 16Q268 92 254 240L238 318H200Z" fill="#c9d6fa" />
      <path d="M200 16Q236 56 248 106H152Q164 56 200 16Z" fill="#f0506a" /><path d="M158 292h84l-4 26h-76Z" fill="#5b6bb8" />
      <circle cx="200" cy="164" r="38" fill="#5b6bb8" /><circle cx="200" cy="164" r="28" fill="#7cc8ff" /><path d="M182 150q10-16 28-12" stroke="#fff" stroke-width="7" fill="none" stroke-linecap="round" />
      <circle cx="192" cy="166" r="4" fill="#14204f" /><circle cx="210" cy="166" r="4" fill="#14204f" /><path d="M192 176q9 8 18 0" stroke="#14204f" stroke-width="4" fill="none" stroke-linecap="round" />
      <circle cx="200" cy="240" r="17" fill="#ffd75d" />
    </g>
    <path d="M0 372Q70 330 140 364T290 366T400 348V400H0Z" fill="#8f7fd0" /><ellipse cx="350" cy="378" rx="26" ry="9" fill="#6a58b8" /><ellipse cx="120" cy="386" rx="20" ry="7" fill="#6a58b8" />
  </g>
);

const tree: Draw = () => (
  <g>
    <Sky id="pic-tree" from="#ff8f8f" to="#ffe0a8" />
    <path d="M0 0h400v14H0Z" fill="#8a2f4d" /><path d="M36 60h92v120H36Z" fill="#24347f" /><path d="M36 60h92v120H36Z" fill="none" stroke="#fff" stroke-width="10" /><path d="M82 60v120M36 120h92" stroke="#fff" stroke-width="7" /><Stars at={[[60, 92, 8], [106, 148, 8], [104, 86, 5]]} />
    <path d="M306 70h74v96h-74Z" fill="#fff" /><path d="M314 78h58v80h-58Z" fill="#7cc8ff" /><path d="M314 158l22-36 14 18 10-12 12 30Z" fill="#41ca90" />
    <path d="M0 330h400v70H0Z" fill="#8a4a4d" /><path d="M0 340h400M0 366h400" stroke="#73393f" stroke-width="4" /><ellipse cx="200" cy="356" rx="150" ry="26" fill="#f0506a" /><ellipse cx="200" cy="356" rx="112" ry="16" fill="#ffc2c6" />
    <path d="M178 296h44v56h-44Z" fill="#7d3b35" />
    <path d="M200 46 262 136H238L296 220H266L330 310H70L134 220H104L162 136H138Z" fill="#22916e" /><path d="M200 46 262 136H238L296 220H266L330 310H200Z" fill="#176d58" opacity=".6" />
    <path d="M150 128Q206 152 252 122M120 210Q206 246 284 202M92 292Q206 330 314 286" stroke="#ffd75d" stroke-width="8" fill="none" stroke-linecap="round" />
    <path d="M200 12l10 22 24 3-18 16 5 24-21-12-21 12 5-24-18-16 24-3Z" fill="#ffd75d" />
    <g><circle cx="180" cy="112" r="12" fill="#f0506a" /><circle cx="222" cy="170" r="14" fill="#7cc8ff" /><circle cx="158" cy="184" r="13" fill="#d0a5f6" /><circle cx="196" cy="262" r="15" fill="#ff8f8f" /><circle cx="252" cy="262" r="13" fill="#fff" /><circle cx="132" cy="264" r="14" fill="#ffab2e" /><circle cx="290" cy="296" r="11" fill="#d0a5f6" /></g>
    <path d="M30 288h76v76H30Z" fill="#5cb8ff" /><path d="M60 288h16v76H60ZM30 318h76v14H30Z" fill="#fff" /><path d="M68 288q-34-8-26-28q20-4 26 28q6-32 26-28q8 20-26 28Z" fill="#fff" />
    <path d="M292 318h80v54h-80Z" fill="#d0a5f6" /><path d="M324 318h16v54h-16Z" fill="#f0506a" /><path d="M332 318q-30-6-24-24q18-2 24 24q6-26 24-24q6 18-24 24Z" fill="#f0506a" />
  </g>
);

const lake: Draw = () => (
  <g>
    <Sky id="pic-lake" from="#0f1b58" to="#3a6fb8" />
    <path d="M0 90Q80 20 170 80T330 56T400 96V150Q330 96 250 128T90 124T0 160Z" fill="#3df0b5" opacity=".7" /><path d="M0 60Q120 0 220 50T400 30V72Q300 40 210 80T0 104Z" fill="#9a6bff" opacity=".55" />
    <Stars at={[[44, 34, 9], [200, 26, 12], [300, 40, 8], [366, 60, 11], [120, 60, 6]]} />
    <path d="M-10 210 70 110 130 176 210 88 300 190 344 146 410 210Z" fill="#5d72c9" /><path d="M210 88 248 131 226 126 206 144 186 124 172 130ZM70 110 100 143 78 138 62 150 50 135ZM344 146 372 173 348 168 330 160Z" fill="#fff" />
    <Fir x={28} y={226} tall={96} fill="#136257" /><Fir x={78} y={222} tall={70} fill="#1c7a6a" /><Fir x={372} y={226} tall={104} fill="#136257" /><Fir x={322} y={220} tall={66} fill="#1c7a6a" />
    <path d="M0 214Q200 196 400 214V400H0Z" fill="#a8dcff" /><path d="M0 214Q200 196 400 214V226Q200 206 0 228Z" fill="#fff" />
    <path d="M40 270l70-10M250 250l90 6M150 330l110-12M30 370l60-8M320 350l60 4" stroke="#e6f6ff" stroke-width="8" stroke-linecap="round" /><path d="M200 240l-24 50 40 34-18 60M176 290l-60 22M216 324l70 24" stroke="#7bbdee" stroke-width="5" fill="none" stroke-linecap="round" />
    <ellipse cx="200" cy="366" rx="56" ry="10" fill="#7bbdee" />
    <path d="M158 348q-30-70 8-118q34-26 68 0q38 48 8 118q-42 20-84 0Z" fill="#24347f" /><path d="M200 262Q166 246 168 296Q172 350 200 352Q228 350 232 296Q234 246 200 262Z" fill="#fff" />
    <circle cx="184" cy="262" r="6" fill="#fff" /><circle cx="216" cy="262" r="6" fill="#fff" /><circle cx="184" cy="263" r="4" fill="#14204f" /><circle cx="216" cy="263" r="4" fill="#14204f" /><path d="M186 276q14-9 28 0q-14 16-28 0Z" fill="#ffab2e" />
    <path d="M160 232q40-44 80 0q-40-14-80 0Z" fill="#f0506a" /><circle cx="200" cy="204" r="11" fill="#fff" /><path d="M156 296q44 22 88 0v14q-44 22-88 0Z" fill="#ffd75d" /><path d="M222 312l18 40-16 6-14-40Z" fill="#ffd75d" />
    <path d="M150 262Q112 262 104 296L112 304Q136 296 154 300ZM250 262Q288 256 298 236L290 228Q268 240 246 240Z" fill="#24347f" /><path d="M164 356h32v8h-36ZM204 356h32l6 8h-38Z" fill="#ffab2e" />
    <circle cx="340" cy="306" r="26" fill="#1d4f96" /><ellipse cx="340" cy="306" rx="34" ry="22" fill="none" stroke="#e6f6ff" stroke-width="6" /><path d="M330 304q10-12 22 0q-10 12-22 0l-9-7v14Z" fill="#ff8f8f" />
    <path d="M40 320l36-12 12 12-36 12Z" fill="#c07a45" /><path d="M44 318l-4-20M80 304l-4-18" stroke="#7d3b35" stroke-width="5" />
  </g>
);

const train: Draw = () => (
  <g>
    <Sky id="pic-train" from="#86d8ff" to="#fff1d6" />
    <circle cx="52" cy="56" r="34" fill="#ffd75d" /><path d="M150 64q8-28 38-22q20-22 42 2q28 0 26 24H152Z" fill="#fff" />
    <path d="M0 220 90 120 160 190 250 96 400 230V400H0Z" fill="#b0c3f4" /><path d="M90 120l36 36-24-4-16 14-24-16ZM250 96l50 44-30-4-20 18-22-20-16 4Z" fill="#fff" />
    <Fir x={36} y={262} tall={110} fill="#2a9d77" /><Fir x={368} y={252} tall={130} fill="#22916e" /><Fir x={314} y={244} tall={80} fill="#2a9d77" />
    <path d="M0 262Q200 230 400 258V400H0Z" fill="#fff" />
    <path d="M0 346h400" stroke="#8a5a4d" stroke-width="14" /><path d="M10 352v24M60 352v24M110 352v24M160 352v24M210 352v24M260 352v24M310 352v24M360 352v24" stroke="#8a5a4d" stroke-width="14" /><path d="M0 340h400" stroke="#5b6bb8" stroke-width="8" />
    <path d="M306 84q-8-36 30-40q20-28 50-4v34q-30 22-50 8q-10 18-30 2Z" fill="#fff" /><path d="M300 112q4-14 18-12q8 8 4 18Z" fill="#fff" />
    <path d="M176 232h190q20 0 20 24v58H176Z" fill="#f0506a" /><path d="M176 282h210v14H176Z" fill="#ffd75d" /><path d="M288 132h44l-8 100h-28Z" fill="#14204f" /><path d="M282 122h56v18h-56Z" fill="#ffd75d" />
    <path d="M226 204q0-18 18-18t18 18v28h-36Z" fill="#ffd75d" />
    <path d="M150 154h96v160h-96Z" fill="#22916e" /><path d="M138 138h120v22H138Z" fill="#14204f" /><path d="M134 138q64-28 128 0Z" fill="#fff" /><path d="M168 178h60v54h-60Z" fill="#bfe8ff" /><circle cx="198" cy="214" r="20" fill="#ffd75d" /><circle cx="191" cy="210" r="3" fill="#14204f" /><circle cx="205" cy="210" r="3" fill="#14204f" /><path d="M191 218q7 6 14 0" stroke="#14204f" stroke-width="3.5" fill="none" />
    <path d="M382 262h12v40h-12ZM374 314l24 26h-40Z" fill="#ffd75d" />
    <path d="M4 220h118v94H4Z" fill="#5cb8ff" /><path d="M0 204h126v20H0Z" fill="#3a4fa8" /><path d="M0 204q63-22 126 0Z" fill="#fff" /><path d="M18 240h36v32H18ZM70 240h36v32H70Z" fill="#fff3c9" /><circle cx="36" cy="260" r="11" fill="#d0a5f6" /><circle cx="88" cy="260" r="11" fill="#ff8f8f" /><path d="M120 298h34v10h-34Z" fill="#14204f" />
    <g fill="#14204f"><circle cx="34" cy="320" r="22" /><circle cx="94" cy="320" r="22" /><circle cx="196" cy="314" r="30" /><circle cx="276" cy="322" r="22" /><circle cx="338" cy="322" r="22" /></g>
    <g fill="#ffd75d"><circle cx="34" cy="320" r="9" /><circle cx="94" cy="320" r="9" /><circle cx="196" cy="314" r="12" /><circle cx="276" cy="322" r="9" /><circle cx="338" cy="322" r="9" /></g><path d="M196 314h80M276 322h62" stroke="#c9d6fa" stroke-width="7" stroke-linecap="round" />
  </g>
);

const PICTURES: Record<string, Draw> = { cabin, bear, rocket, tree, lake, train };

/** One picture that fills its box. */
export function Picture({ name }: { name: string }) {
  const draw = PICTURES[name] ?? cabin;
  return (
    <svg class="picture" viewBox="0 0 400 400" aria-hidden="true">
      {draw()}
    </svg>
  );
}

/** The piece that belongs at `index` (row by row, from 0) of a board of size × size; fills its box. */
export function PictureTile({ name, size, index }: { name: string; size: number; index: number }) {
  const draw = PICTURES[name] ?? cabin;
  const side = 400 / size;
  return (
    <svg class="picture" viewBox={`${(index % size) * side} ${Math.floor(index / size) * side} ${side} ${side}`} aria-hidden="true">
      {draw()}
    </svg>
  );
}
