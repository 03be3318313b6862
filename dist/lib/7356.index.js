export const id = 7356;
export const ids = [7356,4975];
export const modules = {

/***/ 34975:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   proxyAwareHandler: () => (/* binding */ proxyAwareHandler)
/* harmony export */ });
/* harmony import */ var node_http__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(37067);
/* harmony import */ var node_https__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(44708);
/* harmony import */ var _smithy_node_http_handler__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(61279);



/** The AWS SDK does not read HTTPS_PROXY and NO_PROXY by itself; Node's own agents do. */
function proxyAwareHandler() {
    const options = { keepAlive: true, proxyEnv: process.env };
    return new _smithy_node_http_handler__WEBPACK_IMPORTED_MODULE_2__.NodeHttpHandler({
        httpAgent: new node_http__WEBPACK_IMPORTED_MODULE_0__.Agent(options),
        httpsAgent: new node_https__WEBPACK_IMPORTED_MODULE_1__.Agent(options),
        connectionTimeout: 10_000,
        requestTimeout: 30_000,
        // Else the handler only warns, and waits on.
        throwOnRequestTimeout: true,
    });
}


/***/ })

};
