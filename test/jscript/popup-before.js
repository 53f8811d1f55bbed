/** The document of the popup, and what the popup talks to. */
var root = document.body.appendChild(document.createElement('div'));
root.id = 'popup';
root.appendChild(document.createTextNode('Opening'));
function skeletonButton(id) {
  root.appendChild(document.createElement('button')).id = id;
}
skeletonButton('largeText');
skeletonButton('close');
root.appendChild(document.createElement('h1')).id = 'title';

var host = {
  heard: [],
  postMessage: function (text, origin) {
    host.heard.push(origin + ' ' + text);
  }
};
var parent = host;

var location = { hash: '' };

var calls = [];
function XMLHttpRequest() {
  this.readyState = this.status = 0;
  this.open = function (_method, path) {
    this.path = path;
  };
  this.setRequestHeader = this.abort = function () {};
  this.send = function (body) {
    this.body = body;
    calls.push(this);
  };
  this.answer = function (answer) {
    this.readyState = 4;
    this.status = 200;
    this.responseText = JSON.stringify(answer);
    this.onreadystatechange();
  };
}
