export const id = 607;
export const ids = [607];
export const modules = {

/***/ 44607:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  run: () => (/* binding */ run)
});

// EXTERNAL MODULE: ./build/adapters/kubernetes/client.js + 1 modules
var client = __webpack_require__(16656);
// EXTERNAL MODULE: ./build/adapters/kubernetes/api-errors.js
var api_errors = __webpack_require__(14520);
;// CONCATENATED MODULE: ./build/adapters/kubernetes/login-check.js

/**
 * The name by which the cluster knows this login. Every login that authenticates may ask:
 * https://kubernetes.io/docs/reference/access-authn-authz/authentication/#self-subject-review
 */
async function loggedInAs({ authentication, server }) {
    try {
        const review = await authentication.createSelfSubjectReview({ body: {} });
        return review.status?.userInfo?.username ?? "an unnamed user";
    }
    catch (error) {
        throw (0,api_errors/* apiError */.pb)(`log in to ${server}`, error);
    }
}

// EXTERNAL MODULE: ./build/adapters/private-folder.js
var private_folder = __webpack_require__(32699);
// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(19473);
// EXTERNAL MODULE: ./build/actions/cluster-inputs.js
var cluster_inputs = __webpack_require__(59322);
// EXTERNAL MODULE: ./build/actions/cluster-login.js + 2 modules
var cluster_login = __webpack_require__(35642);
// EXTERNAL MODULE: ./build/actions/run-action.js + 1 modules
var run_action = __webpack_require__(82644);
;// CONCATENATED MODULE: ./build/actions/connect/run.js







/** `actions/connect`: a kubeconfig that stays logged in, for the steps that follow. */
async function run() {
    await (0,run_action/* runAction */.C)(async (io) => {
        const problems = [];
        const target = (0,cluster_inputs/* readEksTarget */.r)(io, problems);
        const problem = errors/* UserError */.yo.fromProblems("Inputs of connect:", problems);
        if (problem)
            throw problem;
        io.log.info(`Connecting to EKS cluster ${target.cluster} in ${target.region}`);
        const folder = await (0,private_folder/* makePrivateFolder */.I2)();
        io.keep("folder", folder);
        const login = await (0,cluster_login/* logInToEks */.A)(target, folder, io);
        io.log.info(`Logged in as ${await loggedInAs(await (0,client/* openCluster */.D)(login))}`);
        io.exportVariable("KUBECONFIG", login.kubeconfig);
        io.output("kubeconfig", login.kubeconfig);
        io.output("context", login.context);
        io.output("server", login.server);
    });
}


/***/ })

};
