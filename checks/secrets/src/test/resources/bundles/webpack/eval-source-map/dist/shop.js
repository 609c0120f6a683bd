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

eval("{__webpack_require__.r(__webpack_exports__);\n/* harmony export */ __webpack_require__.d(__webpack_exports__, {\n/* harmony export */   lanterns: () => (/* binding */ lanterns)\n/* harmony export */ });\nconst lanterns = [\n  { id: 'brass', name: 'Brass lantern', price: 49 },\n  { id: 'paper', name: 'Paper lantern', price: 9 },\n];\n//# sourceURL=[module]\n//# sourceMappingURL=data:application/json;charset=utf-8;base64,eyJ2ZXJzaW9uIjozLCJmaWxlIjoiLi9zcmMvY2F0YWxvZ3VlLmpzIiwibWFwcGluZ3MiOiI7Ozs7QUFBTztBQUNQLElBQUksK0NBQStDO0FBQ25ELElBQUksOENBQThDO0FBQ2xEIiwic291cmNlcyI6WyJ3ZWJwYWNrOi8vQGxhbnRlcm4vc2hvcC8uL3NyYy9jYXRhbG9ndWUuanM/ZjQwMyJdLCJzb3VyY2VzQ29udGVudCI6WyJleHBvcnQgY29uc3QgbGFudGVybnMgPSBbXG4gIHsgaWQ6ICdicmFzcycsIG5hbWU6ICdCcmFzcyBsYW50ZXJuJywgcHJpY2U6IDQ5IH0sXG4gIHsgaWQ6ICdwYXBlcicsIG5hbWU6ICdQYXBlciBsYW50ZXJuJywgcHJpY2U6IDkgfSxcbl07XG4iXSwibmFtZXMiOltdLCJzb3VyY2VSb290IjoiIn0=\n//# sourceURL=webpack-internal:///./src/catalogue.js\n\n}");

/***/ },

/***/ "./src/main.js"
/*!*********************!*\
  !*** ./src/main.js ***!
  \*********************/
(__unused_webpack_module, __webpack_exports__, __webpack_require__) {

eval("{__webpack_require__.r(__webpack_exports__);\n/* harmony import */ var _catalogue_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(/*! ./catalogue.js */ \"./src/catalogue.js\");\n/* harmony import */ var _pay_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(/*! ./pay.js */ \"./src/pay.js\");\n/* harmony import */ var _rows_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(/*! ./rows.js */ \"./src/rows.js\");\n/* harmony import */ var _widget_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(/*! ./widget.js */ \"./src/widget.js\");\n\n\n\n\n\ndocument.title = \"Lantern Shop\";\n\n(0,_rows_js__WEBPACK_IMPORTED_MODULE_2__.rows)('lanterns').then(async (answer) => {\n  const left = await answer.json();\n  for (const lantern of _catalogue_js__WEBPACK_IMPORTED_MODULE_0__.lanterns) {\n    const item = document.createElement('li');\n    item.textContent = `${lantern.name} ☕ ${left[lantern.id] ?? 0}`;\n    item.addEventListener('click', () => (0,_pay_js__WEBPACK_IMPORTED_MODULE_1__.charge)(lantern));\n    document.body.append(item);\n  }\n});\nwindow.addEventListener('error', (event) => (0,_widget_js__WEBPACK_IMPORTED_MODULE_3__.complain)(event.message).then(_rows_js__WEBPACK_IMPORTED_MODULE_2__.publish));\n//# sourceURL=[module]\n//# sourceMappingURL=data:application/json;charset=utf-8;base64,eyJ2ZXJzaW9uIjozLCJmaWxlIjoiLi9zcmMvbWFpbi5qcyIsIm1hcHBpbmdzIjoiOzs7OztBQUEwQztBQUNSO0FBQ1E7QUFDSDs7QUFFdkMsaUJBQWlCLGNBQXFCOztBQUV0Qyw4Q0FBSTtBQUNKO0FBQ0Esd0JBQXdCLG1EQUFRO0FBQ2hDO0FBQ0EsMEJBQTBCLGNBQWMsSUFBSSxzQkFBc0I7QUFDbEUseUNBQXlDLCtDQUFNO0FBQy9DO0FBQ0E7QUFDQSxDQUFDO0FBQ0QsNENBQTRDLG9EQUFRLHFCQUFxQiw2Q0FBTyIsInNvdXJjZXMiOlsid2VicGFjazovL0BsYW50ZXJuL3Nob3AvLi9zcmMvbWFpbi5qcz81NmQ3Il0sInNvdXJjZXNDb250ZW50IjpbImltcG9ydCB7IGxhbnRlcm5zIH0gZnJvbSAnLi9jYXRhbG9ndWUuanMnO1xuaW1wb3J0IHsgY2hhcmdlIH0gZnJvbSAnLi9wYXkuanMnO1xuaW1wb3J0IHsgcHVibGlzaCwgcm93cyB9IGZyb20gJy4vcm93cy5qcyc7XG5pbXBvcnQgeyBjb21wbGFpbiB9IGZyb20gJy4vd2lkZ2V0LmpzJztcblxuZG9jdW1lbnQudGl0bGUgPSBwcm9jZXNzLmVudi5TSE9QX05BTUU7XG5cbnJvd3MoJ2xhbnRlcm5zJykudGhlbihhc3luYyAoYW5zd2VyKSA9PiB7XG4gIGNvbnN0IGxlZnQgPSBhd2FpdCBhbnN3ZXIuanNvbigpO1xuICBmb3IgKGNvbnN0IGxhbnRlcm4gb2YgbGFudGVybnMpIHtcbiAgICBjb25zdCBpdGVtID0gZG9jdW1lbnQuY3JlYXRlRWxlbWVudCgnbGknKTtcbiAgICBpdGVtLnRleHRDb250ZW50ID0gYCR7bGFudGVybi5uYW1lfSDimJUgJHtsZWZ0W2xhbnRlcm4uaWRdID8/IDB9YDtcbiAgICBpdGVtLmFkZEV2ZW50TGlzdGVuZXIoJ2NsaWNrJywgKCkgPT4gY2hhcmdlKGxhbnRlcm4pKTtcbiAgICBkb2N1bWVudC5ib2R5LmFwcGVuZChpdGVtKTtcbiAgfVxufSk7XG53aW5kb3cuYWRkRXZlbnRMaXN0ZW5lcignZXJyb3InLCAoZXZlbnQpID0+IGNvbXBsYWluKGV2ZW50Lm1lc3NhZ2UpLnRoZW4ocHVibGlzaCkpO1xuIl0sIm5hbWVzIjpbXSwic291cmNlUm9vdCI6IiJ9\n//# sourceURL=webpack-internal:///./src/main.js\n\n}");

/***/ },

/***/ "./src/pay.js"
/*!********************!*\
  !*** ./src/pay.js ***!
  \********************/
(__unused_webpack_module, __webpack_exports__, __webpack_require__) {

eval("{__webpack_require__.r(__webpack_exports__);\n/* harmony export */ __webpack_require__.d(__webpack_exports__, {\n/* harmony export */   charge: () => (/* binding */ charge)\n/* harmony export */ });\n// Until the server has a checkout of its own.\nconst account = 'lantern', key = \"PLACEHOLDER_STRIPE_SECRET_012345678901234567890123456789012345678901234567890123456789012345678901234567890\";\n\nfunction charge(lantern) {\n  return fetch('https://payments.example.test/v1/charges', {\n    method: 'POST',\n    headers: { authorization: `Bearer ${key}` },\n    body: new URLSearchParams({ amount: String(lantern.price * 100), account }),\n  });\n}\n\n// Before the move: hmac(body, 'PLACEHOLDER_WEBHOOK_012345678901234567')\n//# sourceURL=[module]\n//# sourceMappingURL=data:application/json;charset=utf-8;base64,eyJ2ZXJzaW9uIjozLCJmaWxlIjoiLi9zcmMvcGF5LmpzIiwibWFwcGluZ3MiOiI7Ozs7QUFBQTtBQUNBLGlDQUFpQyw2R0FBNkI7O0FBRXZEO0FBQ1A7QUFDQTtBQUNBLGVBQWUseUJBQXlCLElBQUksR0FBRztBQUMvQyxnQ0FBZ0MsOENBQThDO0FBQzlFLEdBQUc7QUFDSDs7QUFFQSIsInNvdXJjZXMiOlsid2VicGFjazovL0BsYW50ZXJuL3Nob3AvLi9zcmMvcGF5LmpzP2E4MTIiXSwic291cmNlc0NvbnRlbnQiOlsiLy8gVW50aWwgdGhlIHNlcnZlciBoYXMgYSBjaGVja291dCBvZiBpdHMgb3duLlxuY29uc3QgYWNjb3VudCA9ICdsYW50ZXJuJywga2V5ID0gcHJvY2Vzcy5lbnYuU1RSSVBFX1NFQ1JFVF9LRVk7XG5cbmV4cG9ydCBmdW5jdGlvbiBjaGFyZ2UobGFudGVybikge1xuICByZXR1cm4gZmV0Y2goJ2h0dHBzOi8vcGF5bWVudHMuZXhhbXBsZS50ZXN0L3YxL2NoYXJnZXMnLCB7XG4gICAgbWV0aG9kOiAnUE9TVCcsXG4gICAgaGVhZGVyczogeyBhdXRob3JpemF0aW9uOiBgQmVhcmVyICR7a2V5fWAgfSxcbiAgICBib2R5OiBuZXcgVVJMU2VhcmNoUGFyYW1zKHsgYW1vdW50OiBTdHJpbmcobGFudGVybi5wcmljZSAqIDEwMCksIGFjY291bnQgfSksXG4gIH0pO1xufVxuXG4vLyBCZWZvcmUgdGhlIG1vdmU6IGhtYWMoYm9keSwgJ1BMQUNFSE9MREVSX1dFQkhPT0tfMDEyMzQ1Njc4OTAxMjM0NTY3JylcbiJdLCJuYW1lcyI6W10sInNvdXJjZVJvb3QiOiIifQ==\n//# sourceURL=webpack-internal:///./src/pay.js\n\n}");

/***/ },

/***/ "./src/rows.js"
/*!*********************!*\
  !*** ./src/rows.js ***!
  \*********************/
(__unused_webpack_module, __webpack_exports__, __webpack_require__) {

eval("{__webpack_require__.r(__webpack_exports__);\n/* harmony export */ __webpack_require__.d(__webpack_exports__, {\n/* harmony export */   publish: () => (/* binding */ publish),\n/* harmony export */   rows: () => (/* binding */ rows)\n/* harmony export */ });\nconst keys = {\n  visitor: \"PLACEHOLDER_SUPABASE_ANON_01234567890123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789012345678901\",\n  admin:\n    \"PLACEHOLDER_SUPABASE_SERVICE_0123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789\",\n};\n\nfunction rows(table) {\n  return fetch(`https://lantern.example.test/rest/v1/${table}`, { headers: { apikey: keys.visitor } });\n}\n\nfunction publish(text) {\n  const login = { '🏮': 'stock', password: \"PLACEHOLDER_DB_PASSWORD_0123\" };\n  return fetch('/news', { method: 'PUT', headers: { apikey: keys.admin, 'x-login': JSON.stringify(login) }, body: text });\n}\n//# sourceURL=[module]\n//# sourceMappingURL=data:application/json;charset=utf-8;base64,eyJ2ZXJzaW9uIjozLCJmaWxlIjoiLi9zcmMvcm93cy5qcyIsIm1hcHBpbmdzIjoiOzs7OztBQUFBO0FBQ0EsV0FBVyxrTkFBNkI7QUFDeEM7QUFDQSxJQUFJLDZOQUFxQztBQUN6Qzs7QUFFTztBQUNQLHVEQUF1RCxNQUFNLEtBQUssV0FBVyx3QkFBd0I7QUFDckc7O0FBRU87QUFDUCxrQkFBa0IseUJBQXlCLDhCQUE2QjtBQUN4RSwwQkFBMEIsMEJBQTBCLHNEQUFzRCxjQUFjO0FBQ3hIIiwic291cmNlcyI6WyJ3ZWJwYWNrOi8vQGxhbnRlcm4vc2hvcC8uL3NyYy9yb3dzLmpzPzFmOTMiXSwic291cmNlc0NvbnRlbnQiOlsiY29uc3Qga2V5cyA9IHtcbiAgdmlzaXRvcjogcHJvY2Vzcy5lbnYuU1VQQUJBU0VfQU5PTl9LRVksXG4gIGFkbWluOlxuICAgIHByb2Nlc3MuZW52LlNVUEFCQVNFX1NFUlZJQ0VfUk9MRV9LRVksXG59O1xuXG5leHBvcnQgZnVuY3Rpb24gcm93cyh0YWJsZSkge1xuICByZXR1cm4gZmV0Y2goYGh0dHBzOi8vbGFudGVybi5leGFtcGxlLnRlc3QvcmVzdC92MS8ke3RhYmxlfWAsIHsgaGVhZGVyczogeyBhcGlrZXk6IGtleXMudmlzaXRvciB9IH0pO1xufVxuXG5leHBvcnQgZnVuY3Rpb24gcHVibGlzaCh0ZXh0KSB7XG4gIGNvbnN0IGxvZ2luID0geyAn8J+Pric6ICdzdG9jaycsIHBhc3N3b3JkOiBwcm9jZXNzLmVudi5TVE9DS19EQl9QQVNTV09SRCB9O1xuICByZXR1cm4gZmV0Y2goJy9uZXdzJywgeyBtZXRob2Q6ICdQVVQnLCBoZWFkZXJzOiB7IGFwaWtleToga2V5cy5hZG1pbiwgJ3gtbG9naW4nOiBKU09OLnN0cmluZ2lmeShsb2dpbikgfSwgYm9keTogdGV4dCB9KTtcbn1cbiJdLCJuYW1lcyI6W10sInNvdXJjZVJvb3QiOiIifQ==\n//# sourceURL=webpack-internal:///./src/rows.js\n\n}");

/***/ },

/***/ "./src/widget.js"
/*!***********************!*\
  !*** ./src/widget.js ***!
  \***********************/
(__unused_webpack_module, __webpack_exports__, __webpack_require__) {

eval("{__webpack_require__.r(__webpack_exports__);\n/* harmony export */ __webpack_require__.d(__webpack_exports__, {\n/* harmony export */   complain: () => (/* binding */ complain)\n/* harmony export */ });\n// A third party's snippet, as it came.\nconst settings = '{\"place\": \"foot\\\\\"er\", \"token\": \"PLACEHOLDER_NPM_012345678901234567890123\"}';\nconst header = `x-feedback: 🏮 ${settings.length} PLACEHOLDER_GITHUB_012345678901234567890`;\n\nasync function complain(text) {\n  await fetch('/complaints', { method: 'POST', headers: { 'x-settings': settings, 'x-header': header }, body: text });\n  return text;\n}\n//# sourceURL=[module]\n//# sourceMappingURL=data:application/json;charset=utf-8;base64,eyJ2ZXJzaW9uIjozLCJmaWxlIjoiLi9zcmMvd2lkZ2V0LmpzIiwibWFwcGluZ3MiOiI7Ozs7QUFBQTtBQUNBLG1CQUFtQiwwRUFBMEU7QUFDN0YsaUNBQWlDLGlCQUFpQjs7QUFFM0M7QUFDUCwrQkFBK0IsMkJBQTJCLDRDQUE0QyxjQUFjO0FBQ3BIO0FBQ0EiLCJzb3VyY2VzIjpbIndlYnBhY2s6Ly9AbGFudGVybi9zaG9wLy4vc3JjL3dpZGdldC5qcz81MzgyIl0sInNvdXJjZXNDb250ZW50IjpbIi8vIEEgdGhpcmQgcGFydHkncyBzbmlwcGV0LCBhcyBpdCBjYW1lLlxuY29uc3Qgc2V0dGluZ3MgPSAne1wicGxhY2VcIjogXCJmb290XFxcXFwiZXJcIiwgXCJ0b2tlblwiOiBcIlBMQUNFSE9MREVSX05QTV8wMTIzNDU2Nzg5MDEyMzQ1Njc4OTAxMjNcIn0nO1xuY29uc3QgaGVhZGVyID0gYHgtZmVlZGJhY2s6IPCfj64gJHtzZXR0aW5ncy5sZW5ndGh9IFBMQUNFSE9MREVSX0dJVEhVQl8wMTIzNDU2Nzg5MDEyMzQ1Njc4OTBgO1xuXG5leHBvcnQgYXN5bmMgZnVuY3Rpb24gY29tcGxhaW4odGV4dCkge1xuICBhd2FpdCBmZXRjaCgnL2NvbXBsYWludHMnLCB7IG1ldGhvZDogJ1BPU1QnLCBoZWFkZXJzOiB7ICd4LXNldHRpbmdzJzogc2V0dGluZ3MsICd4LWhlYWRlcic6IGhlYWRlciB9LCBib2R5OiB0ZXh0IH0pO1xuICByZXR1cm4gdGV4dDtcbn1cbiJdLCJuYW1lcyI6W10sInNvdXJjZVJvb3QiOiIifQ==\n//# sourceURL=webpack-internal:///./src/widget.js\n\n}");

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