/**
 * The last of these scripts on a page that asks for a document mode before that of version 8: takes away what is not
 * there in those. HtmlUnit has them, whatever a page asks for. Pages bring a JSON of their own, by another name.
 */
(function () {
  window.ownJSON = window.JSON;
  window.JSON = window.postMessage = undefined;
  document.querySelector = document.querySelectorAll = undefined;
})();
