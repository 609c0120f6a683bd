/*
 * ATTENTION: An "eval-source-map" devtool has been used.
 * This devtool is neither made for production nor for readable output files.
 * It uses "eval()" calls to create a separate source file with attached SourceMaps in the browser devtools.
 * If you are trying to read the output file, select a different devtool (https://webpack.js.org/configuration/devtool/)
 * or disable the default devtool with "devtool: false".
 * If you are looking for production-ready output files, see mode: "production" (https://webpack.js.org/configuration/mode/).
 */
/******/ (() => { // webpackBootstrap
/******/ 	"use strict";
/******/ 	var __webpack_modules__ = ({

/***/ "./src/catalogue.js"
/*!**************************!*\
  !*** ./src/catalogue.js ***!
  \**************************/
(__unused_webpack_module, __webpack_exports__, __webpack_require__) {

eval("{__webpack_require__.r(__webpack_exports__);\n/* harmony export */ __webpack_require__.d(__webpack_exports__, {\n/* harmony export */   lanterns: () => (/* binding */ lanterns)\n/* harmony export */ });\nconst lanterns = [\n  { id: 'brass', name: 'Brass lantern', price: 49 },\n  { id: 'paper', name: 'Paper lantern', price: 9 },\n];\n//# sourceURL=[module]\n//# sourceMappingURL=data:application/json;charset=utf-8;base64,eyJ2ZXJzaW9uIjozLCJmaWxlIjoiLi9zcmMvY2F0YWxvZ3VlLmpzIiwibWFwcGluZ3MiOiI7Ozs7QUFBTztBQUNQLElBQUksK0NBQStDO0FBQ25ELElBQUksOENBQThDO0FBQ2xEIiwic291cmNlcyI6WyJ3ZWJwYWNrOi8vbGFudGVybi1zaG9wLXdlYnBhY2svLi9zcmMvY2F0YWxvZ3VlLmpzP2Y0MDMiXSwic291cmNlc0NvbnRlbnQiOlsiZXhwb3J0IGNvbnN0IGxhbnRlcm5zID0gW1xuICB7IGlkOiAnYnJhc3MnLCBuYW1lOiAnQnJhc3MgbGFudGVybicsIHByaWNlOiA0OSB9LFxuICB7IGlkOiAncGFwZXInLCBuYW1lOiAnUGFwZXIgbGFudGVybicsIHByaWNlOiA5IH0sXG5dO1xuIl0sIm5hbWVzIjpbXSwic291cmNlUm9vdCI6IiJ9\n//# sourceURL=webpack-internal:///./src/catalogue.js\n\n}");

/***/ },

/***/ "./src/main.js"
/*!*********************!*\
  !*** ./src/main.js ***!
  \*********************/
(__unused_webpack_module, __webpack_exports__, __webpack_require__) {

eval("{__webpack_require__.r(__webpack_exports__);\n/* harmony import */ var _catalogue_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(/*! ./catalogue.js */ \"./src/catalogue.js\");\n/* harmony import */ var _pay_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(/*! ./pay.js */ \"./src/pay.js\");\n/* harmony import */ var _rows_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(/*! ./rows.js */ \"./src/rows.js\");\n/* harmony import */ var _widget_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(/*! ./widget.js */ \"./src/widget.js\");\n\n\n\n\n\ndocument.title = \"Lantern Shop\";\n\n(0,_rows_js__WEBPACK_IMPORTED_MODULE_2__.rows)('lanterns').then(async (answer) => {\n  const left = await answer.json();\n  for (const lantern of _catalogue_js__WEBPACK_IMPORTED_MODULE_0__.lanterns) {\n    const item = document.createElement('li');\n    item.textContent = `${lantern.name} ☕ ${left[lantern.id] ?? 0}`;\n    item.addEventListener('click', () => (0,_pay_js__WEBPACK_IMPORTED_MODULE_1__.charge)(lantern));\n    document.body.append(item);\n  }\n});\nwindow.addEventListener('error', (event) => (0,_widget_js__WEBPACK_IMPORTED_MODULE_3__.complain)(event.message).then(_rows_js__WEBPACK_IMPORTED_MODULE_2__.publish));\n//# sourceURL=[module]\n//# sourceMappingURL=data:application/json;charset=utf-8;base64,eyJ2ZXJzaW9uIjozLCJmaWxlIjoiLi9zcmMvbWFpbi5qcyIsIm1hcHBpbmdzIjoiOzs7OztBQUEwQztBQUNSO0FBQ1E7QUFDSDs7QUFFdkMsaUJBQWlCLGNBQXFCOztBQUV0Qyw4Q0FBSTtBQUNKO0FBQ0Esd0JBQXdCLG1EQUFRO0FBQ2hDO0FBQ0EsMEJBQTBCLGNBQWMsSUFBSSxzQkFBc0I7QUFDbEUseUNBQXlDLCtDQUFNO0FBQy9DO0FBQ0E7QUFDQSxDQUFDO0FBQ0QsNENBQTRDLG9EQUFRLHFCQUFxQiw2Q0FBTyIsInNvdXJjZXMiOlsid2VicGFjazovL2xhbnRlcm4tc2hvcC13ZWJwYWNrLy4vc3JjL21haW4uanM/NTZkNyJdLCJzb3VyY2VzQ29udGVudCI6WyJpbXBvcnQgeyBsYW50ZXJucyB9IGZyb20gJy4vY2F0YWxvZ3VlLmpzJztcbmltcG9ydCB7IGNoYXJnZSB9IGZyb20gJy4vcGF5LmpzJztcbmltcG9ydCB7IHB1Ymxpc2gsIHJvd3MgfSBmcm9tICcuL3Jvd3MuanMnO1xuaW1wb3J0IHsgY29tcGxhaW4gfSBmcm9tICcuL3dpZGdldC5qcyc7XG5cbmRvY3VtZW50LnRpdGxlID0gcHJvY2Vzcy5lbnYuU0hPUF9OQU1FO1xuXG5yb3dzKCdsYW50ZXJucycpLnRoZW4oYXN5bmMgKGFuc3dlcikgPT4ge1xuICBjb25zdCBsZWZ0ID0gYXdhaXQgYW5zd2VyLmpzb24oKTtcbiAgZm9yIChjb25zdCBsYW50ZXJuIG9mIGxhbnRlcm5zKSB7XG4gICAgY29uc3QgaXRlbSA9IGRvY3VtZW50LmNyZWF0ZUVsZW1lbnQoJ2xpJyk7XG4gICAgaXRlbS50ZXh0Q29udGVudCA9IGAke2xhbnRlcm4ubmFtZX0g4piVICR7bGVmdFtsYW50ZXJuLmlkXSA/PyAwfWA7XG4gICAgaXRlbS5hZGRFdmVudExpc3RlbmVyKCdjbGljaycsICgpID0+IGNoYXJnZShsYW50ZXJuKSk7XG4gICAgZG9jdW1lbnQuYm9keS5hcHBlbmQoaXRlbSk7XG4gIH1cbn0pO1xud2luZG93LmFkZEV2ZW50TGlzdGVuZXIoJ2Vycm9yJywgKGV2ZW50KSA9PiBjb21wbGFpbihldmVudC5tZXNzYWdlKS50aGVuKHB1Ymxpc2gpKTtcbiJdLCJuYW1lcyI6W10sInNvdXJjZVJvb3QiOiIifQ==\n//# sourceURL=webpack-internal:///./src/main.js\n\n}");

/***/ },

/***/ "./src/pay.js"
/*!********************!*\
  !*** ./src/pay.js ***!
  \********************/
(__unused_webpack_module, __webpack_exports__, __webpack_require__) {

eval("{__webpack_require__.r(__webpack_exports__);\n/* harmony export */ __webpack_require__.d(__webpack_exports__, {\n/* harmony export */   charge: () => (/* binding */ charge)\n/* harmony export */ });\n// Until the server has a checkout of its own.\nconst account = 'lantern', key = \"PLACEHOLDER_STRIPE_SECRET_012345678901234567890123456789012345678901234567890123456789012345678901234567890\";\n\nfunction charge(lantern) {\n  return fetch('https://payments.example.test/v1/charges', {\n    method: 'POST',\n    headers: { authorization: `Bearer ${key}` },\n    body: new URLSearchParams({ amount: String(lantern.price * 100), account }),\n  });\n}\n\n// Before the move: hmac(body, 'PLACEHOLDER_WEBHOOK_012345678901234567')\n//# sourceURL=[module]\n//# sourceMappingURL=data:application/json;charset=utf-8;base64,eyJ2ZXJzaW9uIjozLCJmaWxlIjoiLi9zcmMvcGF5LmpzIiwibWFwcGluZ3MiOiI7Ozs7QUFBQTtBQUNBLGlDQUFpQyw2R0FBNkI7O0FBRXZEO0FBQ1A7QUFDQTtBQUNBLGVBQWUseUJBQXlCLElBQUksR0FBRztBQUMvQyxnQ0FBZ0MsOENBQThDO0FBQzlFLEdBQUc7QUFDSDs7QUFFQSIsInNvdXJjZXMiOlsid2VicGFjazovL2xhbnRlcm4tc2hvcC13ZWJwYWNrLy4vc3JjL3BheS5qcz9hODEyIl0sInNvdXJjZXNDb250ZW50IjpbIi8vIFVudGlsIHRoZSBzZXJ2ZXIgaGFzIGEgY2hlY2tvdXQgb2YgaXRzIG93bi5cbmNvbnN0IGFjY291bnQgPSAnbGFudGVybicsIGtleSA9IHByb2Nlc3MuZW52LlNUUklQRV9TRUNSRVRfS0VZO1xuXG5leHBvcnQgZnVuY3Rpb24gY2hhcmdlKGxhbnRlcm4pIHtcbiAgcmV0dXJuIGZldGNoKCdodHRwczovL3BheW1lbnRzLmV4YW1wbGUudGVzdC92MS9jaGFyZ2VzJywge1xuICAgIG1ldGhvZDogJ1BPU1QnLFxuICAgIGhlYWRlcnM6IHsgYXV0aG9yaXphdGlvbjogYEJlYXJlciAke2tleX1gIH0sXG4gICAgYm9keTogbmV3IFVSTFNlYXJjaFBhcmFtcyh7IGFtb3VudDogU3RyaW5nKGxhbnRlcm4ucHJpY2UgKiAxMDApLCBhY2NvdW50IH0pLFxuICB9KTtcbn1cblxuLy8gQmVmb3JlIHRoZSBtb3ZlOiBobWFjKGJvZHksICdQTEFDRUhPTERFUl9XRUJIT09LXzAxMjM0NTY3ODkwMTIzNDU2NycpXG4iXSwibmFtZXMiOltdLCJzb3VyY2VSb290IjoiIn0=\n//# sourceURL=webpack-internal:///./src/pay.js\n\n}");

/***/ },

/***/ "./src/rows.js"
/*!*********************!*\
  !*** ./src/rows.js ***!
  \*********************/
(__unused_webpack_module, __webpack_exports__, __webpack_require__) {

eval("{__webpack_require__.r(__webpack_exports__);\n/* harmony export */ __webpack_require__.d(__webpack_exports__, {\n/* harmony export */   publish: () => (/* binding */ publish),\n/* harmony export */   rows: () => (/* binding */ rows)\n/* harmony export */ });\nconst keys = {\n  visitor: \"PLACEHOLDER_SUPABASE_ANON_01234567890123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789012345678901\",\n  admin:\n    \"PLACEHOLDER_SUPABASE_SERVICE_0123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789\",\n};\n\nfunction rows(table) {\n  return fetch(`https://lantern.example.test/rest/v1/${table}`, { headers: { apikey: keys.visitor } });\n}\n\nfunction publish(text) {\n  const login = { '🏮': 'stock', password: \"PLACEHOLDER_DB_PASSWORD_0123\" };\n  return fetch('/news', { method: 'PUT', headers: { apikey: keys.admin, 'x-login': JSON.stringify(login) }, body: text });\n}\n//# sourceURL=[module]\n//# sourceMappingURL=data:application/json;charset=utf-8;base64,eyJ2ZXJzaW9uIjozLCJmaWxlIjoiLi9zcmMvcm93cy5qcyIsIm1hcHBpbmdzIjoiOzs7OztBQUFBO0FBQ0EsV0FBVyxrTkFBNkI7QUFDeEM7QUFDQSxJQUFJLDZOQUFxQztBQUN6Qzs7QUFFTztBQUNQLHVEQUF1RCxNQUFNLEtBQUssV0FBVyx3QkFBd0I7QUFDckc7O0FBRU87QUFDUCxrQkFBa0IseUJBQXlCLDhCQUE2QjtBQUN4RSwwQkFBMEIsMEJBQTBCLHNEQUFzRCxjQUFjO0FBQ3hIIiwic291cmNlcyI6WyJ3ZWJwYWNrOi8vbGFudGVybi1zaG9wLXdlYnBhY2svLi9zcmMvcm93cy5qcz8xZjkzIl0sInNvdXJjZXNDb250ZW50IjpbImNvbnN0IGtleXMgPSB7XG4gIHZpc2l0b3I6IHByb2Nlc3MuZW52LlNVUEFCQVNFX0FOT05fS0VZLFxuICBhZG1pbjpcbiAgICBwcm9jZXNzLmVudi5TVVBBQkFTRV9TRVJWSUNFX1JPTEVfS0VZLFxufTtcblxuZXhwb3J0IGZ1bmN0aW9uIHJvd3ModGFibGUpIHtcbiAgcmV0dXJuIGZldGNoKGBodHRwczovL2xhbnRlcm4uZXhhbXBsZS50ZXN0L3Jlc3QvdjEvJHt0YWJsZX1gLCB7IGhlYWRlcnM6IHsgYXBpa2V5OiBrZXlzLnZpc2l0b3IgfSB9KTtcbn1cblxuZXhwb3J0IGZ1bmN0aW9uIHB1Ymxpc2godGV4dCkge1xuICBjb25zdCBsb2dpbiA9IHsgJ/Cfj64nOiAnc3RvY2snLCBwYXNzd29yZDogcHJvY2Vzcy5lbnYuU1RPQ0tfREJfUEFTU1dPUkQgfTtcbiAgcmV0dXJuIGZldGNoKCcvbmV3cycsIHsgbWV0aG9kOiAnUFVUJywgaGVhZGVyczogeyBhcGlrZXk6IGtleXMuYWRtaW4sICd4LWxvZ2luJzogSlNPTi5zdHJpbmdpZnkobG9naW4pIH0sIGJvZHk6IHRleHQgfSk7XG59XG4iXSwibmFtZXMiOltdLCJzb3VyY2VSb290IjoiIn0=\n//# sourceURL=webpack-internal:///./src/rows.js\n\n}");

/***/ },

/***/ "./src/widget.js"
/*!***********************!*\
  !*** ./src/widget.js ***!
  \***********************/
(__unused_webpack_module, __webpack_exports__, __webpack_require__) {

eval("{__webpack_require__.r(__webpack_exports__);\n/* harmony export */ __webpack_require__.d(__webpack_exports__, {\n/* harmony export */   complain: () => (/* binding */ complain)\n/* harmony export */ });\n// A third party's snippet, as it came.\nconst settings = '{\"place\": \"foot\\\\\"er\", \"token\": \"PLACEHOLDER_NPM_012345678901234567890123\"}';\nconst header = `x-feedback: 🏮 ${settings.length} PLACEHOLDER_GITHUB_012345678901234567890`;\n\nasync function complain(text) {\n  await fetch('/complaints', { method: 'POST', headers: { 'x-settings': settings, 'x-header': header }, body: text });\n  return text;\n}\n//# sourceURL=[module]\n//# sourceMappingURL=data:application/json;charset=utf-8;base64,eyJ2ZXJzaW9uIjozLCJmaWxlIjoiLi9zcmMvd2lkZ2V0LmpzIiwibWFwcGluZ3MiOiI7Ozs7QUFBQTtBQUNBLG1CQUFtQiwwRUFBMEU7QUFDN0YsaUNBQWlDLGlCQUFpQjs7QUFFM0M7QUFDUCwrQkFBK0IsMkJBQTJCLDRDQUE0QyxjQUFjO0FBQ3BIO0FBQ0EiLCJzb3VyY2VzIjpbIndlYnBhY2s6Ly9sYW50ZXJuLXNob3Atd2VicGFjay8uL3NyYy93aWRnZXQuanM/NTM4MiJdLCJzb3VyY2VzQ29udGVudCI6WyIvLyBBIHRoaXJkIHBhcnR5J3Mgc25pcHBldCwgYXMgaXQgY2FtZS5cbmNvbnN0IHNldHRpbmdzID0gJ3tcInBsYWNlXCI6IFwiZm9vdFxcXFxcImVyXCIsIFwidG9rZW5cIjogXCJQTEFDRUhPTERFUl9OUE1fMDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzXCJ9JztcbmNvbnN0IGhlYWRlciA9IGB4LWZlZWRiYWNrOiDwn4+uICR7c2V0dGluZ3MubGVuZ3RofSBQTEFDRUhPTERFUl9HSVRIVUJfMDEyMzQ1Njc4OTAxMjM0NTY3ODkwYDtcblxuZXhwb3J0IGFzeW5jIGZ1bmN0aW9uIGNvbXBsYWluKHRleHQpIHtcbiAgYXdhaXQgZmV0Y2goJy9jb21wbGFpbnRzJywgeyBtZXRob2Q6ICdQT1NUJywgaGVhZGVyczogeyAneC1zZXR0aW5ncyc6IHNldHRpbmdzLCAneC1oZWFkZXInOiBoZWFkZXIgfSwgYm9keTogdGV4dCB9KTtcbiAgcmV0dXJuIHRleHQ7XG59XG4iXSwibmFtZXMiOltdLCJzb3VyY2VSb290IjoiIn0=\n//# sourceURL=webpack-internal:///./src/widget.js\n\n}");

/***/ }

/******/ 	});
/************************************************************************/
/******/ 	// The module cache
/******/ 	const __webpack_module_cache__ = {};
/******/ 	
/******/ 	// The require function
/******/ 	function __webpack_require__(moduleId) {
/******/ 		// Check if module is in cache
/******/ 		const cachedModule = __webpack_module_cache__[moduleId];
/******/ 		if (cachedModule !== undefined) {
/******/ 			return cachedModule.exports;
/******/ 		}
/******/ 		// Create a new module (and put it into the cache)
/******/ 		const module = __webpack_module_cache__[moduleId] = {
/******/ 			// no module.id needed
/******/ 			// no module.loaded needed
/******/ 			exports: {}
/******/ 		};
/******/ 	
/******/ 		// Execute the module function
/******/ 		if (!(moduleId in __webpack_modules__)) {
/******/ 			delete __webpack_module_cache__[moduleId];
/******/ 			const e = new Error("Cannot find module '" + moduleId + "'");
/******/ 			e.code = 'MODULE_NOT_FOUND';
/******/ 			throw e;
/******/ 		}
/******/ 		__webpack_modules__[moduleId](module, module.exports, __webpack_require__);
/******/ 	
/******/ 		// Return the exports of the module
/******/ 		return module.exports;
/******/ 	}
/******/ 	
/************************************************************************/
/******/ 	/* webpack/runtime/define property getters */
/******/ 	// define getter/value functions for harmony exports
/******/ 	__webpack_require__.d = (exports, definition) => {
/******/ 		for(var key in definition) {
/******/ 			if(__webpack_require__.o(definition, key) && !__webpack_require__.o(exports, key)) {
/******/ 				Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
/******/ 			}
/******/ 		}
/******/ 	};
/******/ 	
/******/ 	/* webpack/runtime/hasOwnProperty shorthand */
/******/ 	__webpack_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop));
/******/ 	
/******/ 	/* webpack/runtime/make namespace object */
/******/ 	// define __esModule on exports
/******/ 	__webpack_require__.r = (exports) => {
/******/ 		Object.defineProperty(exports, Symbol.toStringTag, { value: 'Module' });
/******/ 		Object.defineProperty(exports, '__esModule', { value: true });
/******/ 	};
/******/ 	
/************************************************************************/
/******/ 	
/******/ 	// startup
/******/ 	// Load entry module and return exports
/******/ 	// This entry module can't be inlined because the eval-source-map devtool is used.
/******/ 	let __webpack_exports__ = __webpack_require__("./src/main.js");
/******/ 	
/******/ })()
;