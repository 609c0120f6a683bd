/*
 * ATTENTION: The "eval" devtool has been used (maybe by default in mode: "development").
 * This devtool is neither made for production nor for readable output files.
 * It uses "eval()" calls to create a separate source file in the browser devtools.
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

eval("{__webpack_require__.r(__webpack_exports__);\n/* harmony export */ __webpack_require__.d(__webpack_exports__, {\n/* harmony export */   lanterns: () => (/* binding */ lanterns)\n/* harmony export */ });\nconst lanterns = [\n  { id: 'brass', name: 'Brass lantern', price: 49 },\n  { id: 'paper', name: 'Paper lantern', price: 9 },\n];\n\n\n//# sourceURL=webpack://@lantern/shop/./src/catalogue.js?\n}");

/***/ },

/***/ "./src/main.js"
/*!*********************!*\
  !*** ./src/main.js ***!
  \*********************/
(__unused_webpack_module, __webpack_exports__, __webpack_require__) {

eval("{__webpack_require__.r(__webpack_exports__);\n/* harmony import */ var _catalogue_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(/*! ./catalogue.js */ \"./src/catalogue.js\");\n/* harmony import */ var _pay_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(/*! ./pay.js */ \"./src/pay.js\");\n/* harmony import */ var _rows_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(/*! ./rows.js */ \"./src/rows.js\");\n/* harmony import */ var _widget_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(/*! ./widget.js */ \"./src/widget.js\");\n\n\n\n\n\ndocument.title = \"Lantern Shop\";\n\n(0,_rows_js__WEBPACK_IMPORTED_MODULE_2__.rows)('lanterns').then(async (answer) => {\n  const left = await answer.json();\n  for (const lantern of _catalogue_js__WEBPACK_IMPORTED_MODULE_0__.lanterns) {\n    const item = document.createElement('li');\n    item.textContent = `${lantern.name} ☕ ${left[lantern.id] ?? 0}`;\n    item.addEventListener('click', () => (0,_pay_js__WEBPACK_IMPORTED_MODULE_1__.charge)(lantern));\n    document.body.append(item);\n  }\n});\nwindow.addEventListener('error', (event) => (0,_widget_js__WEBPACK_IMPORTED_MODULE_3__.complain)(event.message).then(_rows_js__WEBPACK_IMPORTED_MODULE_2__.publish));\n\n\n//# sourceURL=webpack://@lantern/shop/./src/main.js?\n}");

/***/ },

/***/ "./src/pay.js"
/*!********************!*\
  !*** ./src/pay.js ***!
  \********************/
(__unused_webpack_module, __webpack_exports__, __webpack_require__) {

eval("{__webpack_require__.r(__webpack_exports__);\n/* harmony export */ __webpack_require__.d(__webpack_exports__, {\n/* harmony export */   charge: () => (/* binding */ charge)\n/* harmony export */ });\n// Until the server has a checkout of its own.\nconst account = 'lantern', key = \"PLACEHOLDER_STRIPE_SECRET_012345678901234567890123456789012345678901234567890123456789012345678901234567890\";\n\nfunction charge(lantern) {\n  return fetch('https://payments.example.test/v1/charges', {\n    method: 'POST',\n    headers: { authorization: `Bearer ${key}` },\n    body: new URLSearchParams({ amount: String(lantern.price * 100), account }),\n  });\n}\n\n// Before the move: hmac(body, 'PLACEHOLDER_WEBHOOK_012345678901234567')\n\n\n//# sourceURL=webpack://@lantern/shop/./src/pay.js?\n}");

/***/ },

/***/ "./src/rows.js"
/*!*********************!*\
  !*** ./src/rows.js ***!
  \*********************/
(__unused_webpack_module, __webpack_exports__, __webpack_require__) {

eval("{__webpack_require__.r(__webpack_exports__);\n/* harmony export */ __webpack_require__.d(__webpack_exports__, {\n/* harmony export */   publish: () => (/* binding */ publish),\n/* harmony export */   rows: () => (/* binding */ rows)\n/* harmony export */ });\nconst keys = {\n  visitor: \"PLACEHOLDER_SUPABASE_ANON_01234567890123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789012345678901\",\n  admin:\n    \"PLACEHOLDER_SUPABASE_SERVICE_0123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789\",\n};\n\nfunction rows(table) {\n  return fetch(`https://lantern.example.test/rest/v1/${table}`, { headers: { apikey: keys.visitor } });\n}\n\nfunction publish(text) {\n  const login = { '🏮': 'stock', password: \"PLACEHOLDER_DB_PASSWORD_0123\" };\n  return fetch('/news', { method: 'PUT', headers: { apikey: keys.admin, 'x-login': JSON.stringify(login) }, body: text });\n}\n\n\n//# sourceURL=webpack://@lantern/shop/./src/rows.js?\n}");

/***/ },

/***/ "./src/widget.js"
/*!***********************!*\
  !*** ./src/widget.js ***!
  \***********************/
(__unused_webpack_module, __webpack_exports__, __webpack_require__) {

eval("{__webpack_require__.r(__webpack_exports__);\n/* harmony export */ __webpack_require__.d(__webpack_exports__, {\n/* harmony export */   complain: () => (/* binding */ complain)\n/* harmony export */ });\n// A third party's snippet, as it came.\nconst settings = '{\"place\": \"foot\\\\\"er\", \"token\": \"PLACEHOLDER_NPM_012345678901234567890123\"}';\nconst header = `x-feedback: 🏮 ${settings.length} PLACEHOLDER_GITHUB_012345678901234567890`;\n\nasync function complain(text) {\n  await fetch('/complaints', { method: 'POST', headers: { 'x-settings': settings, 'x-header': header }, body: text });\n  return text;\n}\n\n\n//# sourceURL=webpack://@lantern/shop/./src/widget.js?\n}");

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
/******/ 	// This entry module can't be inlined because the eval devtool is used.
/******/ 	let __webpack_exports__ = __webpack_require__("./src/main.js");
/******/ 	
/******/ })()
;