/* For browsers without modules (before 2018): the page cannot run there, so it says what to do instead. */
document.addEventListener('DOMContentLoaded', function () {
  var ru = /^ru/.test(navigator.language || '');
  var words = ru
    ? 'Этот браузер слишком старый для вечеринки. Обновите его или откройте страницу на другом устройстве: телефоне, ноутбуке, приставке.'
    : 'This browser is too old for the party. Please update it, or open this page on another device: a phone, a laptop, a TV stick.';
  var box = document.createElement('p');
  box.style.cssText = 'margin:10% auto;max-width:90%;width:26em;font:bold 24px/1.4 sans-serif;color:#14204f;text-align:center';
  box.appendChild(document.createTextNode(words));
  document.body.appendChild(box);
});
