export const id = 1054;
export const ids = [1054];
export const modules = {

/***/ 47075:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ asHook)
/* harmony export */ });
function asHook({ events, delete_policies, manifest }) {
    return { events: events ?? [], deletePolicies: delete_policies ?? [], manifest: manifest ?? "" };
}


/***/ }),

/***/ 9385:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C_: () => (/* binding */ isOfStatefulSet),
/* harmony export */   D0: () => (/* binding */ isOwnedBy),
/* harmony export */   QO: () => (/* binding */ isStale),
/* harmony export */   gp: () => (/* binding */ presentReplicaSet),
/* harmony export */   wf: () => (/* binding */ isOfDaemonSet)
/* harmony export */ });
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57975);

/** Label of pods and of ControllerRevisions. */
const REVISION = "controller-revision-hash";
function isOwnedBy(owner) {
    return ({ metadata }) => owner !== undefined && (metadata?.ownerReferences ?? []).some(({ uid, controller }) => controller && uid === owner);
}
/**
 * The ReplicaSet of a Deployment's present template; `undefined` while the controller has not made it. It is found as the
 * controller finds it (FindNewReplicaSet), since the revision annotation is for a moment still that of the one before:
 * https://github.com/kubernetes/kubernetes/blob/v1.36.3/pkg/controller/deployment/util/deployment_util.go#L629
 */
function presentReplicaSet(deployment, replicaSets) {
    const form = formOf(deployment.spec?.template);
    return replicaSets
        .filter(isOwnedBy(deployment.metadata?.uid))
        .toSorted((a, b) => createdMs(a) - createdMs(b))
        .find(({ spec }) => (0,node_util__WEBPACK_IMPORTED_MODULE_0__.isDeepStrictEqual)(formOf(spec?.template), form));
}
/** Whether a pod is of a StatefulSet's present form. */
function isOfStatefulSet({ metadata, status }) {
    const owned = isOwnedBy(metadata?.uid);
    const stale = isStale(metadata, status);
    return (pod) => !stale && owned(pod) && pod.metadata?.labels?.[REVISION] === status?.updateRevision;
}
/** The same of a DaemonSet: its newest ControllerRevision is the present one. */
function isOfDaemonSet({ metadata, status }, revisions) {
    const owned = isOwnedBy(metadata?.uid);
    const newest = revisions.filter(owned).toSorted((a, b) => b.revision - a.revision)[0]?.metadata?.labels?.[REVISION];
    const known = newest !== undefined && !isStale(metadata, status);
    return (pod) => known && owned(pod) && pod.metadata?.labels?.[REVISION] === newest;
}
/** Whether the controller has not yet seen the object as it is now, so that its status is about an earlier form. */
function isStale(metadata, status) {
    return (status?.observedGeneration ?? 0) < (metadata?.generation ?? 0);
}
function formOf(template) {
    const { labels = {}, annotations = {} } = template?.metadata ?? {};
    const { "pod-template-hash": _, ...own } = labels;
    return { labels: own, annotations, spec: template?.spec };
}
function createdMs({ metadata }) {
    return metadata?.creationTimestamp?.getTime() ?? 0;
}


/***/ }),

/***/ 17731:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ clusterLeases)
/* harmony export */ });
/* harmony import */ var _api_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(14520);

const RUN_ANNOTATION = "k8s-migrate.dev/run";
const UNSETTLED_ANNOTATION = "k8s-migrate.dev/unsettled-since";
const HEAD_ANNOTATION = "k8s-migrate.dev/journal-head";
const MANAGED_BY = { "app.kubernetes.io/managed-by": "k8s-migrate" };
/** Leases as Kubernetes' own API keeps them: https://kubernetes.io/docs/reference/kubernetes-api/coordination/lease-v1/ */
function clusterLeases({ coordination }) {
    /** The object last seen of each lease, so that a renewal is one call: what others put on it must be written again. */
    const seen = new Map();
    return {
        async read(namespace, name) {
            try {
                const found = await get(namespace, name);
                return found && asLease(found);
            }
            catch (error) {
                if ((0,_api_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .apiStatus */ .$T)(error) === 403)
                    return "forbidden";
                throw (0,_api_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .apiError */ .pb)(`read Lease ${name} in namespace ${namespace}`, error);
            }
        },
        async write(lease, expected) {
            const { namespace, name } = lease;
            try {
                return expected === undefined ? await create(lease) : await replace(lease, expected);
            }
            catch (error) {
                if ((0,_api_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .apiStatus */ .$T)(error) === 409)
                    return "changed";
                if ((0,_api_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .apiStatus */ .$T)(error) === 403)
                    return "forbidden";
                throw (0,_api_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .apiError */ .pb)(`write Lease ${name} in namespace ${namespace}`, error);
            }
        },
    };
    async function get(namespace, name) {
        try {
            return keep(await coordination.readNamespacedLease({ namespace, name }));
        }
        catch (error) {
            if ((0,_api_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .apiStatus */ .$T)(error) === 404)
                return undefined;
            throw error;
        }
    }
    async function create(lease) {
        const body = await written(lease, { metadata: { name: lease.name } });
        return asLease(keep(await coordination.createNamespacedLease({ namespace: lease.namespace, body })));
    }
    async function replace(lease, expected) {
        const { namespace, name } = lease;
        const known = seen.get(`${namespace}/${name}`);
        const base = known?.metadata?.resourceVersion === expected ? known : await get(namespace, name);
        if (base?.metadata?.resourceVersion !== expected)
            return "changed";
        try {
            // The API server compares the resourceVersion that the body has.
            const body = await written(lease, base);
            return asLease(keep(await coordination.replaceNamespacedLease({ namespace, name, body })));
        }
        catch (error) {
            if ((0,_api_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .apiStatus */ .$T)(error) === 404)
                return "changed";
            throw error;
        }
    }
    function keep(lease) {
        seen.set(`${lease.metadata?.namespace}/${lease.metadata?.name}`, lease);
        return lease;
    }
}
/** That lease put into the object; whatever else is on the object stays. */
async function written(lease, { metadata, spec }) {
    const { V1MicroTime } = await __webpack_require__.e(/* import() */ 9655).then(__webpack_require__.bind(__webpack_require__, 29655));
    const annotations = { ...metadata?.annotations };
    for (const own of [RUN_ANNOTATION, UNSETTLED_ANNOTATION, HEAD_ANNOTATION])
        delete annotations[own];
    const own = {
        [RUN_ANNOTATION]: lease.runUrl,
        [UNSETTLED_ANNOTATION]: lease.unsettledSince,
        [HEAD_ANNOTATION]: lease.journalHead ?? "",
    };
    return {
        apiVersion: "coordination.k8s.io/v1",
        kind: "Lease",
        metadata: Object.assign({}, metadata, {
            labels: { ...metadata?.labels, ...MANAGED_BY },
            annotations: Object.assign(annotations, withoutEmpty(own)),
        }),
        spec: Object.assign({}, spec, {
            holderIdentity: lease.holder,
            leaseDurationSeconds: lease.durationSeconds,
            // The API server takes six decimals and nothing else.
            acquireTime: new V1MicroTime(lease.acquiredAt),
            renewTime: new V1MicroTime(lease.renewedAt),
        }),
    };
}
function asLease({ metadata, spec }) {
    const journalHead = metadata?.annotations?.[HEAD_ANNOTATION];
    return {
        namespace: metadata?.namespace ?? "",
        name: metadata?.name ?? "",
        holder: spec?.holderIdentity ?? "",
        runUrl: metadata?.annotations?.[RUN_ANNOTATION] ?? "",
        acquiredAt: asTime(spec?.acquireTime),
        unsettledSince: metadata?.annotations?.[UNSETTLED_ANNOTATION] ?? "",
        renewedAt: asTime(spec?.renewTime),
        durationSeconds: spec?.leaseDurationSeconds ?? 0,
        ...(journalHead === undefined ? {} : { journalHead }),
        version: metadata?.resourceVersion ?? "",
    };
}
function withoutEmpty(texts) {
    return Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== ""));
}
/** The client gives a MicroTime as the text that the server sent, whatever its types say. */
function asTime(time) {
    return time === undefined ? "" : new Date(time).toISOString();
}


/***/ }),

/***/ 96414:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ ofKind),
/* harmony export */   K: () => (/* binding */ listed)
/* harmony export */ });
/* harmony import */ var _api_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(14520);

/** The live objects of one kind: one list call a namespace, so that hundreds of objects cost no more than one. */
async function ofKind(objects, kind, list) {
    const wanted = objects.filter((object) => object.kind === kind);
    const namespaces = [...new Set(wanted.map((object) => object.namespace))];
    const found = await Promise.all(namespaces.map(async (namespace) => {
        const items = await listed(`list ${kind} objects in namespace ${namespace}`, list(namespace));
        const byName = new Map(items.map((item) => [item.metadata?.name, item]));
        return wanted
            .filter((object) => object.namespace === namespace)
            .flatMap((object) => {
            const live = byName.get(object.name);
            return live === undefined ? [] : { object, live };
        });
    }));
    return found.flat();
}
/** The items of a list call. A login that may not list a kind still deploys: that part of the report stays empty. */
async function listed(operation, call) {
    try {
        return (await call).items;
    }
    catch (error) {
        const status = (0,_api_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .apiStatus */ .$T)(error);
        if (status === 403 || status === 404)
            return [];
        throw (0,_api_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .apiError */ .pb)(operation, error);
    }
}


/***/ }),

/***/ 81753:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  r: () => (/* binding */ clusterObjects)
});

// EXTERNAL MODULE: ./build/adapters/kubernetes/listing.js
var listing = __webpack_require__(96414);
// EXTERNAL MODULE: ./build/workloads/workload.js
var workload = __webpack_require__(13624);
// EXTERNAL MODULE: ./build/adapters/kubernetes/ready-counts.js
var ready_counts = __webpack_require__(71398);
;// CONCATENATED MODULE: ./build/adapters/kubernetes/live-workloads.js



/** Deployments, StatefulSets, DaemonSets and Jobs: how many pods are ready, and which images they run. */
function clusterWorkloads({ core, apps, batch, }) {
    return {
        async readiness(objects) {
            return (await find(objects)).map((found) => asWorkload(found, []));
        },
        async workloads(objects) {
            const all = await find(objects);
            const namespaces = [...new Set(all.map(({ object }) => object.namespace))];
            const pods = await Promise.all(namespaces.map((namespace) => (0,listing/* listed */.K)(`list pods in namespace ${namespace}`, core.listNamespacedPod({ namespace }))));
            return all.map((found) => asWorkload(found, imagesOf(found, pods.flat())));
        },
    };
    async function find(objects) {
        const [deployments, statefulSets, daemonSets, jobs] = await Promise.all([
            (0,listing/* ofKind */.C)(objects, "Deployment", (namespace) => apps.listNamespacedDeployment({ namespace })),
            (0,listing/* ofKind */.C)(objects, "StatefulSet", (namespace) => apps.listNamespacedStatefulSet({ namespace })),
            (0,listing/* ofKind */.C)(objects, "DaemonSet", (namespace) => apps.listNamespacedDaemonSet({ namespace })),
            (0,listing/* ofKind */.C)(objects, "Job", (namespace) => batch.listNamespacedJob({ namespace })),
        ]);
        return [
            ...deployments.map((each) => ({ ...each, ...(0,ready_counts/* deploymentCount */.VS)(each.live) })),
            ...statefulSets.map((each) => ({ ...each, ...(0,ready_counts/* statefulSetCount */.C5)(each.live) })),
            ...daemonSets.map((each) => ({ ...each, ...(0,ready_counts/* daemonSetCount */.S3)(each.live) })),
            ...jobs.map((each) => ({ ...each, ...(0,ready_counts/* jobCount */.pN)(each.live) })),
        ];
    }
}
function asWorkload({ object, ready, wanted }, images) {
    const { kind, namespace, name } = object;
    return { kind, namespace, name, ready, wanted, images };
}
function imagesOf({ object, live }, pods) {
    const own = pods.filter((pod) => pod.metadata?.namespace === object.namespace && selects(live.spec?.selector, pod));
    return (live.spec?.template?.spec?.containers ?? []).map(({ name, image = "" }) => {
        const running = own
            .filter((pod) => pod.spec?.containers.some((each) => each.name === name && each.image === image))
            .flatMap((pod) => pod.status?.containerStatuses ?? [])
            .find((status) => status.name === name && (0,workload/* digestOf */.o)(status.imageID) !== "");
        const digest = running ? (0,workload/* digestOf */.o)(running.imageID) : "";
        return { workload: `${object.kind}/${object.name}`, container: name, image, digest };
    });
}
/** https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/#resources-that-support-set-based-requirements */
function selects({ matchLabels = {}, matchExpressions = [] } = {}, { metadata }) {
    const labels = metadata?.labels ?? {};
    const has = ({ key, operator, values = [] }) => {
        const value = labels[key];
        if (operator === "Exists")
            return value !== undefined;
        if (operator === "DoesNotExist")
            return value === undefined;
        const isIn = value !== undefined && values.includes(value);
        return operator === "In" ? isIn : !isIn;
    };
    const wanted = Object.entries(matchLabels);
    if (wanted.length === 0 && matchExpressions.length === 0)
        return false;
    return wanted.every(([key, value]) => labels[key] === value) && matchExpressions.every(has);
}

// EXTERNAL MODULE: ./build/adapters/kubernetes/api-errors.js
var api_errors = __webpack_require__(14520);
;// CONCATENATED MODULE: ./build/adapters/kubernetes/helm-annotations.js
/** Helm leaves an object where this annotation says "keep": https://helm.sh/docs/howto/charts_tips_and_tricks/#tell-helm-not-to-uninstall-a-resource */
const RESOURCE_POLICY = "helm.sh/resource-policy";
/** Whether Helm leaves an object where it is when its release goes. */
function isKept({ metadata }) {
    return metadata?.annotations?.[RESOURCE_POLICY] === "keep";
}
/** Whether an object belongs to that release: https://helm.sh/docs/topics/advanced/#adopting-resources */
function belongsTo({ metadata }, { release, namespace }) {
    const annotations = metadata?.annotations ?? {};
    return (annotations["meta.helm.sh/release-name"] === release && annotations["meta.helm.sh/release-namespace"] === namespace);
}

;// CONCATENATED MODULE: ./build/adapters/kubernetes/remove-owned.js


/** Deletes those objects that are there, are the release's, and would be deleted by Helm too. Returns `kind/name` of each. */
async function removeOwned({ objects: api }, objects, owner) {
    const removed = [];
    for (const { apiVersion, kind, namespace, name } of objects) {
        const object = { apiVersion, kind, metadata: { namespace, name } };
        try {
            const live = await api.read(object);
            if (!belongsTo(live, owner) || isKept(live))
                continue;
            await api.delete(object, undefined, undefined, undefined, undefined, "Background");
            removed.push(`${kind}/${name}`);
        }
        catch (error) {
            if (!(0,api_errors/* isGone */.ST)(error))
                throw (0,api_errors/* apiError */.pb)(`delete ${kind} ${name} in namespace ${namespace}`, error);
        }
    }
    return removed;
}

// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(58500);
// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(19473);
;// CONCATENATED MODULE: ./build/adapters/kubernetes/until-gone.js



const POLL_MS = 500;
/** Waits until none of the objects is being deleted any more. */
async function untilGone({ objects: api }, objects, { timeoutMs, signal }) {
    let left = objects;
    for (const end = Date.now() + timeoutMs; !signal.aborted; await (0,promises_.setTimeout)(POLL_MS)) {
        const going = await Promise.all(left.map(async (object) => ((await isGoing(object)) ? [object] : [])));
        left = going.flat();
        if (left.length === 0)
            return;
        if (Date.now() > end)
            throw stillThere(left);
    }
    async function isGoing({ apiVersion, kind, namespace, name }) {
        try {
            const live = await api.read({ apiVersion, kind, metadata: { namespace, name } });
            return live.metadata?.deletionTimestamp !== undefined;
        }
        catch (error) {
            // What this login may not read, Helm could not have deleted.
            if ((0,api_errors/* isGone */.ST)(error) || (0,api_errors/* apiStatus */.$T)(error) === 403)
                return false;
            throw (0,api_errors/* apiError */.pb)(`read ${kind} ${name} in namespace ${namespace}`, error);
        }
    }
}
function stillThere(objects) {
    const [first] = objects;
    return new errors/* OutsideError */.Cp({
        system: "Kubernetes API",
        operation: `delete ${objects.map(({ kind, name }) => `${kind} ${name}`).join(", ")}`,
        reason: "still being deleted when the time was over",
        next: `look at its finalizers: kubectl get ${first?.kind} ${first?.name} --namespace ${first?.namespace} --output yaml`,
    });
}

;// CONCATENATED MODULE: ./build/adapters/kubernetes/remove-runs.js


const GONE_WITHIN_MS = 60_000;
/**
 * Deletes the Jobs and Pods among the objects, and waits until they are gone, or the signal fires. Returns `kind/name` of
 * those that were there.
 */
async function removeRuns(client, objects, signal) {
    const deleted = await Promise.all(objects.map(async (object) => ((await remove(client, object)) ? [object] : [])));
    const going = deleted.flat();
    await untilGone(client, going, { timeoutMs: GONE_WITHIN_MS, signal });
    return going.map(({ kind, name }) => `${kind}/${name}`);
}
/** False when it was not there, or the login may not delete it. */
async function remove({ batch, core }, { kind, namespace, name }) {
    // Its pods too, before it goes itself: a Job of the same name would count them.
    const options = { namespace, name, propagationPolicy: "Foreground" };
    try {
        await (kind === "Job" ? batch.deleteNamespacedJob(options) : core.deleteNamespacedPod(options));
        return true;
    }
    catch (error) {
        if ((0,api_errors/* apiStatus */.$T)(error) === 404 || (0,api_errors/* apiStatus */.$T)(error) === 403)
            return false;
        throw (0,api_errors/* apiError */.pb)(`delete ${kind} ${name} in namespace ${namespace}`, error);
    }
}

;// CONCATENATED MODULE: ./build/adapters/kubernetes/scale-to-zero.js

/** Scales Deployments to zero, by their scale: no other field is written. */
async function scaleToZero({ apps }, deployments) {
    const { PatchStrategy, setHeaderOptions } = await __webpack_require__.e(/* import() */ 9655).then(__webpack_require__.bind(__webpack_require__, 29655));
    for (const { namespace, name } of deployments) {
        try {
            await apps.patchNamespacedDeploymentScale({ namespace, name, body: { spec: { replicas: 0 } }, fieldManager: "k8s-migrate" }, setHeaderOptions("Content-Type", PatchStrategy.MergePatch));
        }
        catch (error) {
            if (!(0,api_errors/* isGone */.ST)(error))
                throw (0,api_errors/* apiError */.pb)(`scale Deployment ${name} in namespace ${namespace} to zero`, error);
        }
    }
}

// EXTERNAL MODULE: ./build/plan/patches.js
var patches = __webpack_require__(72120);
// EXTERNAL MODULE: ./build/adapters/kubernetes/plain-objects.js
var plain_objects = __webpack_require__(74779);
;// CONCATENATED MODULE: ./build/adapters/kubernetes/take-back.js



/** Patches live objects from one manifest to another, as Helm 3 does. Leaves alone what is not there. */
async function takeBack(client, pairs, namespace) {
    const api = (0,plain_objects/* plainObjects */.T)(client);
    for (const { original, rendered } of pairs) {
        const { kind, metadata } = rendered;
        try {
            const place = await (0,plain_objects/* placeOf */.$)(api, rendered, namespace);
            const live = place && (await api.read(place));
            const patch = live && (0,patches/* helmPatch */.FK)({ original, rendered, live });
            if (place && patch)
                await api.patch(place, patch);
        }
        catch (error) {
            if (!(0,api_errors/* isGone */.ST)(error))
                throw (0,api_errors/* apiError */.pb)(`patch ${kind} ${metadata.name} in namespace ${namespace}`, error);
        }
    }
}

;// CONCATENATED MODULE: ./build/adapters/kubernetes/volume-claims.js


/** The names of the volume claims among the objects that exist and that an uninstall would delete. */
async function volumeClaims({ core }, objects) {
    const claims = objects.filter(({ kind }) => kind === "PersistentVolumeClaim");
    const found = await Promise.all(claims.map(async ({ namespace, name }) => {
        try {
            const claim = await core.readNamespacedPersistentVolumeClaim({ namespace, name });
            return isKept(claim) ? [] : [name];
        }
        catch (error) {
            if ((0,api_errors/* apiStatus */.$T)(error) === 404)
                return [];
            // Not known is no reason to delete it.
            if ((0,api_errors/* apiStatus */.$T)(error) === 403)
                return [name];
            throw (0,api_errors/* apiError */.pb)(`read volume claim ${name} in namespace ${namespace}`, error);
        }
    }));
    return found.flat();
}

;// CONCATENATED MODULE: ./build/adapters/kubernetes/live-objects.js








/** The live state of a release's objects in a real cluster. */
function clusterObjects(client) {
    const { batch, networking, custom } = client;
    return {
        ...clusterWorkloads(client),
        async cronJobs(objects) {
            const found = await (0,listing/* ofKind */.C)(objects, "CronJob", (namespace) => batch.listNamespacedCronJob({ namespace }));
            return found.map(({ object, live }) => ({
                namespace: object.namespace,
                name: object.name,
                schedule: live.spec?.schedule ?? "",
                timeZone: live.spec?.timeZone ?? "",
                suspend: live.spec?.suspend ?? false,
                lastScheduleTime: live.status?.lastScheduleTime?.toISOString() ?? "",
            }));
        },
        async urls(objects) {
            const routes = { group: "gateway.networking.k8s.io", version: "v1", plural: "httproutes" };
            const [ingresses, httpRoutes] = await Promise.all([
                (0,listing/* ofKind */.C)(objects, "Ingress", (namespace) => networking.listNamespacedIngress({ namespace })),
                (0,listing/* ofKind */.C)(objects, "HTTPRoute", (namespace) => custom.listNamespacedCustomObject({ ...routes, namespace })),
            ]);
            const found = [
                ...ingresses.flatMap(({ live }) => ingressUrls(live)),
                ...httpRoutes.flatMap(({ live }) => (live.spec?.hostnames ?? []).map((host) => `https://${host}/`)),
            ];
            return [...new Set(found)];
        },
        volumeClaims: (objects) => volumeClaims(client, objects),
        removeRuns: (objects, signal) => removeRuns(client, objects, signal),
        untilGone: (objects, timeoutMs, signal) => untilGone(client, objects, { timeoutMs, signal }),
        scaleToZero: (deployments) => scaleToZero(client, deployments),
        takeBack: (pairs, namespace) => takeBack(client, pairs, namespace),
        removeOwned: (objects, owner) => removeOwned(client, objects, owner),
    };
}
function ingressUrls({ spec }) {
    const secured = new Set(spec?.tls?.flatMap((tls) => tls.hosts ?? []));
    return (spec?.rules ?? []).flatMap(({ host, http }) => {
        if (host === undefined)
            return [];
        return `${secured.has(host) ? "https" : "http"}://${host}${http?.paths[0]?.path ?? "/"}`;
    });
}


/***/ }),

/***/ 74779:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ placeOf),
/* harmony export */   T: () => (/* binding */ plainObjects)
/* harmony export */ });
/* harmony import */ var _plan_kube_object_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(42349);
/* harmony import */ var _api_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(14520);


/** Helm's: https://github.com/helm/helm/blob/v4.1.4/cmd/helm/helm.go */
const FIELD_MANAGER = "helm";
/**
 * Goes by the client of custom objects, which takes and gives JSON as it is: the others drop each field that they do not
 * know, such as a newer cluster's and the `$patch` of a strategic merge patch.
 */
function plainObjects(client) {
    const { custom } = client;
    const served = new Map();
    return {
        async kindOf(object) {
            const { apiVersion, kind } = object;
            const resources = served.get(apiVersion) ?? resourcesOf(client, apiVersion);
            served.set(apiVersion, resources);
            let found;
            try {
                // A name with a slash is a part of another kind, such as `deployments/scale`.
                found = (await resources).find((each) => each.kind === kind && !each.name.includes("/"));
            }
            finally {
                // What is missing may come, with a deploy in the same run, and a failure passes.
                if (found === undefined && served.get(apiVersion) === resources)
                    served.delete(apiVersion);
            }
            if (found === undefined)
                return undefined;
            return { ...partsOf(apiVersion), plural: found.name, namespaced: found.namespaced };
        },
        async read(place) {
            const options = await callOptions();
            const found = place.kind.namespaced
                ? custom.getNamespacedCustomObject(parametersOf(place), options)
                : custom.getClusterCustomObject(parametersOf(place), options);
            return (await found);
        },
        async patch(place, { form, body, force, dryRun }) {
            const options = await callOptions(form);
            const write = {
                ...parametersOf(place),
                body,
                fieldManager: FIELD_MANAGER,
                ...(dryRun ? { dryRun: "All" } : {}),
                ...(force === undefined ? {} : { force }),
            };
            const made = place.kind.namespaced
                ? custom.patchNamespacedCustomObject(write, options)
                : custom.patchClusterCustomObject(write, options);
            return (await made);
        },
    };
}
/** @returns undefined when the cluster does not have the kind */
async function placeOf(api, object, namespace) {
    const kind = await api.kindOf(object);
    const { name, namespace: own = namespace } = object.metadata;
    return kind && { kind, namespace: kind.namespaced ? own : "", name };
}
async function resourcesOf({ core, custom }, apiVersion) {
    const { group, version } = partsOf(apiVersion);
    try {
        const list = await (group === "" ? core.getAPIResources() : custom.getAPIResources({ group, version }));
        return list.resources;
    }
    catch (error) {
        if ((0,_api_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .isGone */ .ST)(error))
            return [];
        throw error;
    }
}
function partsOf(apiVersion) {
    const group = (0,_plan_kube_object_js__WEBPACK_IMPORTED_MODULE_1__/* .groupOf */ .F8)({ apiVersion });
    return { group, version: group === "" ? apiVersion : apiVersion.slice(group.length + 1) };
}
function parametersOf({ kind: { group, version, plural }, namespace, name }) {
    return { group, version, plural, namespace, name };
}
/** The client has no options for these: a middleware does it, and borrows what only the client itself can make. */
async function callOptions(contentType) {
    const { setHeaderOptions } = await __webpack_require__.e(/* import() */ 9655).then(__webpack_require__.bind(__webpack_require__, 29655));
    const options = contentType
        ? setHeaderOptions("Content-Type", contentType)
        : setHeaderOptions("Accept", "application/json");
    const middleware = options.middleware?.map((each) => ({
        ...each,
        pre: (request) => {
            // The core group has a path of its own.
            request.setUrl(request.getUrl().replace("/apis//", "/api/"));
            return each.pre(request);
        },
    }));
    return { ...options, ...(middleware ? { middleware } : {}) };
}


/***/ }),

/***/ 71398:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C5: () => (/* binding */ statefulSetCount),
/* harmony export */   S3: () => (/* binding */ daemonSetCount),
/* harmony export */   VS: () => (/* binding */ deploymentCount),
/* harmony export */   pN: () => (/* binding */ jobCount)
/* harmony export */ });
/* harmony import */ var _evidence_generations_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9385);

function deploymentCount({ metadata, spec, status }) {
    const { replicas = 0, updatedReplicas = 0, readyReplicas = 0 } = (0,_evidence_generations_js__WEBPACK_IMPORTED_MODULE_0__/* .isStale */ .QO)(metadata, status) ? {} : (status ?? {});
    const pods = { all: replicas, updated: updatedReplicas, ready: readyReplicas };
    return count(pods, spec?.replicas ?? 1);
}
function statefulSetCount({ metadata, spec, status }) {
    const { replicas = 0, updatedReplicas = 0, readyReplicas = 0 } = (0,_evidence_generations_js__WEBPACK_IMPORTED_MODULE_0__/* .isStale */ .QO)(metadata, status) ? {} : (status ?? {});
    const { type, rollingUpdate } = spec?.updateStrategy ?? {};
    // Old pods that are to stay: https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/#update-strategies
    const kept = Math.min(replicas - updatedReplicas, type === "OnDelete" ? replicas : (rollingUpdate?.partition ?? 0));
    const pods = { all: replicas, updated: updatedReplicas, ready: readyReplicas };
    return count(pods, (spec?.replicas ?? 1) - kept);
}
function daemonSetCount({ metadata, spec, status }) {
    const { currentNumberScheduled = 0, updatedNumberScheduled = 0, numberReady = 0, } = (0,_evidence_generations_js__WEBPACK_IMPORTED_MODULE_0__/* .isStale */ .QO)(metadata, status) ? {} : (status ?? {});
    const kept = spec?.updateStrategy?.type === "OnDelete" ? currentNumberScheduled - updatedNumberScheduled : 0;
    const pods = { all: currentNumberScheduled, updated: updatedNumberScheduled, ready: numberReady };
    return count(pods, (status?.desiredNumberScheduled ?? 0) - kept);
}
function jobCount({ spec, status }) {
    const wanted = spec?.completions ?? 1;
    return { ready: Math.min(status?.succeeded ?? 0, wanted), wanted };
}
/** A status counts ready pods of both generations: so many new ones are ready at least, and old ones mostly are ready. */
function count(pods, wanted) {
    const ready = Math.max(0, pods.ready - (pods.all - pods.updated));
    return { ready: Math.max(0, Math.min(ready, wanted)), wanted: Math.max(0, wanted) };
}


/***/ }),

/***/ 23442:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  t: () => (/* binding */ releaseSecrets)
});

// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(19473);
// EXTERNAL MODULE: ./build/adapters/kubernetes/api-errors.js
var api_errors = __webpack_require__(14520);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(38522);
// EXTERNAL MODULE: ./build/release/release.js
var release = __webpack_require__(43007);
// EXTERNAL MODULE: ./build/adapters/helm/stored-hook.js
var stored_hook = __webpack_require__(47075);
;// CONCATENATED MODULE: ./build/adapters/kubernetes/release-payload.js




/** What Node has and TypeScript does not know yet: https://github.com/tc39/proposal-json-parse-with-source */
const withSource = JSON;
/** A revision out of a Secret's data, in Helm's form: JSON, gzipped, base64, and base64 once more as all Secret data. */
function decodeRelease(data) {
    try {
        const stored = JSON.parse(unpacked(data));
        const { name, version, appVersion } = stored.chart.metadata;
        return {
            name: stored.name,
            namespace: stored.namespace,
            revision: stored.version,
            status: asStatus(stored.info.status),
            description: stored.info.description ?? "",
            deployedAt: stored.info.last_deployed,
            chart: { name, version, appVersion: appVersion ?? "" },
            manifest: stored.manifest ?? "",
            hooks: (stored.hooks ?? []).map(stored_hook/* asHook */.G),
            serverSide: stored.apply_method === "ssa",
            values: stored.config ?? {},
        };
    }
    catch (error) {
        throw new errors/* OutsideError */.Cp({
            system: "Helm",
            operation: "read a stored release",
            reason: "its Secret is not in the form of Helm 3 and 4",
            next: "look at it with: helm history RELEASE -n NAMESPACE",
            cause: error,
        });
    }
}
/**
 * A Secret's data with another manifest; `undefined` when its manifest is not the expected one. Numbers stay as they are
 * written: values may hold larger ones than JavaScript can.
 */
function withManifest(data, { expected, manifest }) {
    const stored = withSource.parse(unpacked(data), (_key, value, { source }) => typeof value === "number" ? withSource.rawJSON(source) : value);
    return (stored.manifest ?? "") === expected ? packed(JSON.stringify({ ...stored, manifest })) : undefined;
}
function unpacked(data) {
    return (0,external_node_zlib_.gunzipSync)(Buffer.from(Buffer.from(data, "base64").toString(), "base64")).toString();
}
function packed(json) {
    const zipped = (0,external_node_zlib_.gzipSync)(json, { level: 9 }).toString("base64");
    return Buffer.from(zipped).toString("base64");
}
function asStatus(text) {
    return release/* RELEASE_STATUSES */.NE.find((status) => status === text) ?? "unknown";
}

;// CONCATENATED MODULE: ./build/adapters/kubernetes/release-secrets.js



const RECORD_TYPE = "k8s-migrate.dev/deploy-record.v1";
/** Metadata without data: a history of 100 revisions may hold 100 MB of manifests. */
const METADATA_ONLY = "application/json;as=PartialObjectMetadataList;g=meta.k8s.io;v=v1";
/**
 * Releases as Helm's default storage driver keeps them: a Secret a revision, with the state in its labels.
 * https://helm.sh/docs/topics/advanced/#storage-backends
 */
function releaseSecrets({ core }) {
    return { history, read, rewriteManifest, writeRecord, readRecord };
    async function history(release, namespace) {
        const { setHeaderOptions } = await __webpack_require__.e(/* import() */ 9655).then(__webpack_require__.bind(__webpack_require__, 29655));
        try {
            const secrets = await core.listNamespacedSecret({ namespace, labelSelector: `owner=helm,name=${release}` }, setHeaderOptions("Accept", METADATA_ONLY));
            // The API server writes an empty list of metadata as null.
            return (secrets.items ?? [])
                .flatMap(({ metadata }) => asRevision(release, metadata) ?? [])
                .toSorted((a, b) => a.revision - b.revision);
        }
        catch (error) {
            throw (0,api_errors/* apiError */.pb)(`list the revisions of ${release} in namespace ${namespace}`, error);
        }
    }
    async function read(release, namespace, revision) {
        const secret = await readSecret(namespace, releaseSecretName(release, revision));
        if (secret?.data?.release === undefined)
            return undefined;
        return { ...decodeRelease(secret.data.release), changedAt: changedAt(secret.metadata) };
    }
    async function rewriteManifest({ name, namespace, revision, manifest: expected }, manifest) {
        const operation = `rewrite the manifest of revision ${revision} of ${name} in namespace ${namespace}`;
        const changed = (reason) => new errors/* OutsideError */.Cp({ system: "Helm", operation, reason });
        const secret = await readSecret(namespace, releaseSecretName(name, revision));
        if (secret?.data?.release === undefined)
            throw changed("it is gone");
        const release = withManifest(secret.data.release, { expected, manifest });
        if (release === undefined)
            throw changed("somebody has changed it since it was read");
        // By the resource version that was read.
        const { type, metadata, data } = secret;
        const body = { ...(type ? { type } : {}), ...(metadata ? { metadata } : {}), data: { ...data, release } };
        try {
            await core.replaceNamespacedSecret({ namespace, name: releaseSecretName(name, revision), body });
        }
        catch (error) {
            throw (0,api_errors/* apiError */.pb)(operation, error);
        }
    }
    async function writeRecord(record) {
        const { release, namespace, revision } = record;
        const operation = `record the deploy of ${release} revision ${revision} in namespace ${namespace}`;
        try {
            const owner = await core.readNamespacedSecret({ namespace, name: releaseSecretName(release, revision) });
            const secret = {
                namespace,
                body: {
                    type: RECORD_TYPE,
                    metadata: {
                        name: recordName(release, revision),
                        labels: { "app.kubernetes.io/managed-by": "k8s-migrate", "k8s-migrate.dev/release": release },
                        // Helm prunes old revisions and removes all on uninstall: the garbage collector then takes the record too.
                        ownerReferences: [
                            { apiVersion: "v1", kind: "Secret", name: owner.metadata?.name ?? "", uid: owner.metadata?.uid ?? "" },
                        ],
                    },
                    stringData: { record: JSON.stringify(record) },
                },
            };
            await core.createNamespacedSecret(secret).catch(async (error) => {
                if ((0,api_errors/* apiStatus */.$T)(error) !== 409)
                    throw error;
                // Of an uninstalled release of this name. A new object: the collector may be about to delete the old one.
                await deleteRecord(namespace, secret.body.metadata.name);
                await core.createNamespacedSecret(secret);
            });
        }
        catch (error) {
            throw (0,api_errors/* apiError */.pb)(operation, error);
        }
    }
    async function deleteRecord(namespace, name) {
        try {
            await core.deleteNamespacedSecret({ namespace, name });
        }
        catch (error) {
            if ((0,api_errors/* apiStatus */.$T)(error) !== 404)
                throw error;
        }
    }
    async function readRecord(release, namespace, revision) {
        const secret = await readSecret(namespace, recordName(release, revision));
        return secret?.data?.record === undefined
            ? undefined
            : JSON.parse(Buffer.from(secret.data.record, "base64").toString());
    }
    async function readSecret(namespace, name) {
        try {
            return await core.readNamespacedSecret({ namespace, name });
        }
        catch (error) {
            if ((0,api_errors/* apiStatus */.$T)(error) === 404)
                return undefined;
            throw (0,api_errors/* apiError */.pb)(`read Secret ${name} in namespace ${namespace}`, error);
        }
    }
}
function releaseSecretName(release, revision) {
    return `sh.helm.release.v1.${release}.v${revision}`;
}
function recordName(release, revision) {
    return `k8s-migrate.${release}.v${revision}`;
}
/** A revision by the metadata of its Secret; `undefined` for a Secret that has the labels, but is not Helm's, such as a copy. */
function asRevision(release, metadata) {
    const { name, labels = {} } = metadata ?? {};
    const revision = Number(labels.version);
    if (name !== releaseSecretName(release, revision))
        return undefined;
    return { revision, status: asStatus(labels.status), changedAt: changedAt(metadata) };
}
/**
 * By Helm's own clock, in the label that it sets when it makes a revision: so for those that are pending. Its next write takes
 * that label away, and what it has in `modifiedAt` then may be the time of an earlier revision, whose labels it takes over.
 * https://github.com/helm/helm/blob/main/pkg/storage/driver/secrets.go
 */
function changedAt({ labels, creationTimestamp, managedFields = [] } = {}) {
    const created = Number(labels?.createdAt);
    if (created > 0)
        return new Date(created * 1000).toISOString();
    const written = [creationTimestamp, ...managedFields.map(({ time }) => time)].map((time) => time === undefined ? 0 : new Date(time).getTime());
    return new Date(Math.max(...written)).toISOString();
}


/***/ }),

/***/ 79805:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ parseDuration),
/* harmony export */   a: () => (/* binding */ formatDuration)
/* harmony export */ });
const UNITS_MS = { ms: 1, s: 1000, m: 60_000, h: 3_600_000 };
const PART = /(\d+(?:\.\d+)?)(ms|h|m|s)/g;
/**
 * Reads a duration in Helm's form, such as `5m`, `1h30m` or `90s`. Returns milliseconds.
 * `undefined` when the text is not one, or is zero: Helm 3 and 4 treat zero differently, and neither waits as one would expect.
 */
function parseDuration(text) {
    if (!/^(\d+(\.\d+)?(ms|h|m|s))+$/.test(text))
        return undefined;
    let total = 0;
    for (const [, amount, unit] of text.matchAll(PART))
        total += Number(amount) * UNITS_MS[unit];
    return total > 0 ? total : undefined;
}
/** A duration for people: `850 ms`, `12.3 s`, `4 min 5 s`. */
function formatDuration(milliseconds) {
    if (milliseconds < 1000)
        return `${Math.round(milliseconds)} ms`;
    if (milliseconds < 60_000)
        return `${(milliseconds / 1000).toFixed(1)} s`;
    const seconds = Math.round(milliseconds / 1000);
    return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}


/***/ }),

/***/ 42349:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F8: () => (/* binding */ groupOf),
/* harmony export */   TN: () => (/* binding */ keyOf),
/* harmony export */   jh: () => (/* binding */ isMap)
/* harmony export */ });
function isMap(value) {
    return typeof value === "object" && value !== null && !Array.isArray(value);
}
/** `apps` of `apps/v1`; empty for the core group. */
function groupOf({ apiVersion }) {
    return apiVersion.includes("/") ? (apiVersion.split("/")[0] ?? "") : "";
}
/** Two objects with the same key are the same to Helm, also where one of them is written in another version of its API. */
function keyOf(object, releaseNamespace) {
    const { name, namespace = releaseNamespace } = object.metadata;
    return JSON.stringify([groupOf(object), object.kind, namespace, name]);
}


/***/ }),

/***/ 13676:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   u: () => (/* binding */ mergeRuleOf)
/* harmony export */ });
/* harmony import */ var _kube_object_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(42349);

/** Groups whose kinds Helm knows, and patches strategically; all others it takes for custom resources. */
const HELM_KNOWS = new Set([
    "",
    "admissionregistration.k8s.io",
    "apiextensions.k8s.io",
    "apps",
    "authentication.k8s.io",
    "authorization.k8s.io",
    "autoscaling",
    "batch",
    "certificates.k8s.io",
    "coordination.k8s.io",
    "discovery.k8s.io",
    "events.k8s.io",
    "extensions",
    "flowcontrol.apiserver.k8s.io",
    "internal.apiserver.k8s.io",
    "networking.k8s.io",
    "node.k8s.io",
    "policy",
    "rbac.authorization.k8s.io",
    "resource.k8s.io",
    "scheduling.k8s.io",
    "storage.k8s.io",
    "storagemigration.k8s.io",
]);
const metadata = { fields: { finalizers: { key: "" }, ownerReferences: { key: "uid" } } };
const container = {
    key: "name",
    fields: {
        env: { key: "name" },
        ports: { key: "containerPort" },
        volumeMounts: { key: "mountPath" },
        volumeDevices: { key: "devicePath" },
    },
};
/** A volume may have a claim's template in it. */
const volumes = {
    key: "name",
    retainKeys: true,
    fields: { ephemeral: { fields: { volumeClaimTemplate: { fields: { metadata } } } } },
};
const podSpec = {
    fields: {
        containers: container,
        initContainers: container,
        ephemeralContainers: container,
        volumes,
        imagePullSecrets: { key: "name" },
        hostAliases: { key: "ip" },
        topologySpreadConstraints: { key: "topologyKey" },
        schedulingGates: { key: "name" },
        resourceClaims: { key: "name", retainKeys: true },
    },
};
const podTemplate = { fields: { metadata, spec: podSpec } };
const templated = { fields: { template: podTemplate } };
const matchConditions = { key: "name" };
const webhooks = { key: "name", fields: { matchConditions } };
/** By `group/kind`. */
const KINDS = {
    "/Pod": { spec: podSpec },
    "/PodTemplate": { template: podTemplate },
    "/ReplicationController": { spec: templated },
    "/Service": { spec: { fields: { ports: { key: "port" } } } },
    "/ServiceAccount": { secrets: { key: "name" } },
    "/Node": { spec: { fields: { podCIDRs: { key: "" } } } },
    "apps/Deployment": { spec: { fields: { strategy: { retainKeys: true }, template: podTemplate } } },
    "apps/StatefulSet": { spec: templated },
    "apps/DaemonSet": { spec: templated },
    "apps/ReplicaSet": { spec: templated },
    "batch/Job": { spec: templated },
    "batch/CronJob": { spec: { fields: { jobTemplate: { fields: { metadata, spec: templated } } } } },
    "policy/PodDisruptionBudget": { spec: { fields: { selector: { replace: true } } } },
    "resource.k8s.io/ResourceClaimTemplate": { spec: { fields: { metadata } } },
    "storage.k8s.io/CSINode": { spec: { fields: { drivers: { key: "name" } } } },
    "admissionregistration.k8s.io/ValidatingWebhookConfiguration": { webhooks },
    "admissionregistration.k8s.io/MutatingWebhookConfiguration": { webhooks },
    "admissionregistration.k8s.io/ValidatingAdmissionPolicy": {
        spec: { fields: { matchConditions, variables: { key: "name" } } },
    },
    "admissionregistration.k8s.io/MutatingAdmissionPolicy": { spec: { fields: { matchConditions } } },
};
/** @returns undefined for a kind that takes no strategic merge patch: a custom resource */
function mergeRuleOf(object) {
    const group = (0,_kube_object_js__WEBPACK_IMPORTED_MODULE_0__/* .groupOf */ .F8)(object);
    if (!HELM_KNOWS.has(group))
        return undefined;
    return { fields: { metadata, ...KINDS[`${group}/${object.kind}`] } };
}


/***/ }),

/***/ 72120:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FK: () => (/* binding */ helmPatch),
/* harmony export */   bW: () => (/* binding */ mergePatch)
/* harmony export */ });
/* unused harmony export strategicPatch */
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57975);
/* harmony import */ var _kube_object_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(42349);
/* harmony import */ var _merge_rules_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(13676);



/**
 * The patch by which Helm changes an object of a release that is not applied on the server, as Helm 3 does.
 * @returns undefined where it changes nothing
 */
function helmPatch({ original, rendered, live }) {
    const rule = (0,_merge_rules_js__WEBPACK_IMPORTED_MODULE_1__/* .mergeRuleOf */ .u)(rendered);
    if (rule !== undefined) {
        const body = strategicPatch({ original, rendered, live }, rule);
        return { form: "application/strategic-merge-patch+json", body };
    }
    // One that the release takes over is compared with itself.
    const body = mergePatch(original ?? rendered, rendered);
    return Object.keys(body).length === 0 ? undefined : { form: "application/merge-patch+json", body };
}
/**
 * The strategic merge patch by which Helm changes an object that is not applied on the server: the new document, and what
 * takes away that which the stored one had. It gives what the shorter one gives that Helm makes:
 * https://github.com/kubernetes/apimachinery/blob/v0.36.3/pkg/util/strategicpatch/patch.go
 */
function strategicPatch(objects, rule) {
    return mapPatch(objects, rule);
}
/** The merge patch of a custom resource: Helm compares with what it stored only, and leaves what others changed as it is. */
function mergePatch(original, rendered) {
    const patch = {};
    for (const [key, value] of Object.entries(rendered)) {
        const old = original[key];
        if ((0,node_util__WEBPACK_IMPORTED_MODULE_0__.isDeepStrictEqual)(old, value))
            continue;
        patch[key] = (0,_kube_object_js__WEBPACK_IMPORTED_MODULE_2__/* .isMap */ .jh)(old) && (0,_kube_object_js__WEBPACK_IMPORTED_MODULE_2__/* .isMap */ .jh)(value) ? mergePatch(old, value) : value;
    }
    for (const key of Object.keys(original)) {
        if (!(key in rendered))
            patch[key] = null;
    }
    return patch;
}
function mapPatch({ original, rendered, live }, rule) {
    const patch = {};
    for (const [key, value] of Object.entries(rendered)) {
        const three = { original: original?.[key], rendered: value, live: live[key] };
        Object.assign(patch, fieldPatch(key, three, rule?.fields?.[key]));
    }
    for (const key of Object.keys(original ?? {})) {
        if (!(key in rendered) && key in live)
            patch[key] = null;
    }
    if (rule?.retainKeys)
        patch.$retainKeys = Object.keys(rendered).filter((key) => rendered[key] !== null);
    return patch;
}
function fieldPatch(key, three, rule) {
    const { original, rendered, live } = three;
    // Directives are understood only in what is merged: what the cluster lacks is taken as it is.
    if ((0,_kube_object_js__WEBPACK_IMPORTED_MODULE_2__/* .isMap */ .jh)(rendered) && (0,_kube_object_js__WEBPACK_IMPORTED_MODULE_2__/* .isMap */ .jh)(live) && !rule?.replace) {
        return { [key]: mapPatch({ original: (0,_kube_object_js__WEBPACK_IMPORTED_MODULE_2__/* .isMap */ .jh)(original) ? original : undefined, rendered, live }, rule) };
    }
    if (Array.isArray(rendered) && Array.isArray(live) && rule?.key !== undefined) {
        const lists = { original: Array.isArray(original) ? original : [], rendered, live };
        return rule.key === "" ? plainListPatch(key, lists) : listPatch(key, lists, { ...rule, key: rule.key });
    }
    return { [key]: rendered };
}
function listPatch(field, { original, rendered, live }, rule) {
    const { key } = rule;
    const items = rendered.filter(_kube_object_js__WEBPACK_IMPORTED_MODULE_2__/* .isMap */ .jh);
    const keys = items.map((item) => item[key]);
    const now = live.filter(_kube_object_js__WEBPACK_IMPORTED_MODULE_2__/* .isMap */ .jh);
    if (items.length < rendered.length || keys.includes(undefined))
        return { [field]: rendered };
    // By key, since a list may have thousands of items.
    const wanted = Map.groupBy(items, (item) => item[key]);
    const there = Map.groupBy(now, (item) => item[key]);
    const had = Map.groupBy(original.filter(_kube_object_js__WEBPACK_IMPORTED_MODULE_2__/* .isMap */ .jh), (item) => item[key]);
    // Such as port 53 for UDP and TCP: a patch takes them for one, so that those which do not differ must not be in it.
    const isTwice = (value) => (wanted.get(value)?.length ?? 0) > 1;
    const differing = items.filter((item) => !(isTwice(item[key]) && there.get(item[key])?.some((each) => holds(each, item))));
    const changed = differing.map((item) => {
        const [current] = there.get(item[key]) ?? [];
        return current ? mapPatch({ original: had.get(item[key])?.[0], rendered: item, live: current }, rule) : item;
    });
    const deleted = [...had.keys()].filter((value) => !wanted.has(value) && there.has(value));
    return {
        [field]: [...changed, ...deleted.map((value) => ({ $patch: "delete", [key]: value }))],
        ...(keys.length === 0 ? {} : { [`$setElementOrder/${field}`]: keys.map((value) => ({ [key]: value })) }),
    };
}
function plainListPatch(field, { original, rendered, live }) {
    const [wanted, there] = [new Set(rendered), new Set(live)];
    const deleted = original.filter((value) => !wanted.has(value) && there.has(value));
    return {
        [field]: rendered,
        ...(deleted.length === 0 ? {} : { [`$deleteFromPrimitiveList/${field}`]: deleted }),
        ...(rendered.length === 0 ? {} : { [`$setElementOrder/${field}`]: rendered }),
    };
}
/** Whether all of `part` is in `whole`, which may have more fields. */
function holds(whole, part) {
    if ((0,_kube_object_js__WEBPACK_IMPORTED_MODULE_2__/* .isMap */ .jh)(part) && (0,_kube_object_js__WEBPACK_IMPORTED_MODULE_2__/* .isMap */ .jh)(whole))
        return Object.entries(part).every(([key, value]) => holds(whole[key], value));
    return (0,node_util__WEBPACK_IMPORTED_MODULE_0__.isDeepStrictEqual)(whole, part);
}


/***/ }),

/***/ 83280:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   OF: () => (/* binding */ fenced),
/* harmony export */   TM: () => (/* binding */ folded),
/* harmony export */   aY: () => (/* binding */ code),
/* harmony export */   tp: () => (/* binding */ table)
/* harmony export */ });
/** A Markdown table. Cells are escaped, so that no value can break out of its column, or is HTML. */
function table(header, rows) {
    const line = (cells) => `| ${cells.map(cell).join(" | ")} |`;
    return [line(header), `|${header.map(() => " --- |").join("")}`, ...rows.map(line)].join("\n");
}
/** Text as code, whatever backticks it holds. */
function code(text) {
    if (text === "")
        return "";
    const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map((run) => run[0].length));
    const fence = "`".repeat(longest + 1);
    return longest === 0 ? `${fence}${text}${fence}` : `${fence} ${text} ${fence}`;
}
/** A block of text as it is, folded under a title. */
function folded(title, text) {
    return `<details><summary>${title}</summary>\n\n${fenced(text)}\n\n</details>`;
}
/** A block of text as it is: nothing in it is escaped, so that secrets in it are found and hidden. */
function fenced(text) {
    const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map((run) => run[0].length));
    const fence = "`".repeat(longest + 1);
    return `${fence}text\n${text}\n${fence}`;
}
/** What is code, or has a backslash before it, is no HTML already. */
const PLAIN_OR_NOT = /\\.|(?<!`)(`+)(?!`).*?(?<!`)\1(?!`)|[&<]/gs;
function cell(text) {
    return text
        .replace(PLAIN_OR_NOT, (found) => (found === "&" ? "&amp;" : found === "<" ? "&lt;" : found))
        .replaceAll("|", "\\|")
        .replace(/\r\n|\r|\n/g, "<br>");
}


/***/ }),

/***/ 49502:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ leaseNameFor)
/* harmony export */ });
/** The Lease that a deploy of this release holds, in the release's namespace. */
function leaseNameFor(release) {
    return `k8s-migrate-${release}`;
}


/***/ }),

/***/ 43007:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BP: () => (/* binding */ newest),
/* harmony export */   NE: () => (/* binding */ RELEASE_STATUSES),
/* harmony export */   Sf: () => (/* binding */ deployedRevision)
/* harmony export */ });
/** Helm's own words for the state of a revision: https://github.com/helm/helm/blob/main/pkg/release/common/status.go */
const RELEASE_STATUSES = [
    "unknown",
    "deployed",
    "uninstalled",
    "superseded",
    "failed",
    "uninstalling",
    "pending-install",
    "pending-upgrade",
    "pending-rollback",
];
/** The newest revision, or none when the release does not exist. */
function newest(history) {
    return history.reduce((best, each) => (best && best.revision > each.revision ? best : each), undefined);
}
/** The revision that serves now, if one does. */
function deployedRevision(history) {
    return newest(history.filter((each) => each.status === "deployed"));
}


/***/ }),

/***/ 40549:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ objectsOf),
/* harmony export */   p: () => (/* binding */ allObjectsOf)
/* harmony export */ });
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38815);

/** What a deploy looks at; the other documents of a manifest are never parsed, since a release may hold hundreds. */
const READ_KINDS = new Set([
    "Deployment",
    "StatefulSet",
    "DaemonSet",
    "Job",
    "Pod",
    "CronJob",
    "PersistentVolumeClaim",
    "Ingress",
    "HTTPRoute",
]);
/**
 * The objects of a rendered manifest (YAML documents, JSON ones and Lists among them) that a deploy watches or reports.
 * Objects without a namespace of their own are in the release's.
 */
function objectsOf(manifest, releaseNamespace) {
    const documents = manifest.split(/^---\s*$/m).filter(isRead);
    return namedIn(documents, releaseNamespace).filter(({ kind }) => READ_KINDS.has(kind));
}
/** All objects of a rendered manifest, of whatever kind. Parses every document: for rare cases. */
function allObjectsOf(manifest, releaseNamespace) {
    return namedIn(manifest.split(/^---\s*$/m), releaseNamespace);
}
function namedIn(documents, releaseNamespace) {
    return documents
        .flatMap((document) => flat(read(document)))
        .flatMap(({ apiVersion, kind, metadata }) => {
        if (!metadata?.name || !kind)
            return [];
        const namespace = metadata.namespace ?? releaseNamespace;
        return { apiVersion: apiVersion ?? "", kind, namespace, name: metadata.name };
    });
}
/** Tells by the text alone: most documents need no parser. */
function isRead(document) {
    if (/^\s*\{/.test(document.replace(/^\s*#.*$/gm, "")))
        return true;
    const kind = /^["']?kind["']?:\s*["']?(\w+)/m.exec(document)?.[1] ?? "";
    return READ_KINDS.has(kind) || kind.endsWith("List");
}
function flat(object) {
    if (object === null)
        return [];
    return Array.isArray(object.items) ? object.items.flatMap(flat) : [object];
}
/** Helm and Kubernetes took the document, so a key that is there twice is none of our business; nor is what YAML 1.2 refuses. */
function read(text) {
    const document = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .parseDocument */ .Tp)(text, { uniqueKeys: false });
    return document.errors.length > 0 ? null : document.toJS();
}


/***/ }),

/***/ 13624:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ progressLines),
/* harmony export */   o: () => (/* binding */ digestOf)
/* harmony export */ });
/** A line for each workload whose ready count is another than before. `before` maps `namespace/kind/name` to `ready/wanted`, and is updated. */
function progressLines(workloads, before) {
    const lines = [];
    for (const { kind, namespace, name, ready, wanted } of workloads) {
        const key = `${namespace}/${kind}/${name}`;
        const now = `${ready}/${wanted}`;
        if (before.get(key) === now)
            continue;
        before.set(key, now);
        lines.push(`${kind} ${name}: ${now} ${kind === "Job" ? "succeeded" : "ready"}`);
    }
    return lines;
}
/** The digest in an `imageID` such as `docker.io/library/nginx@sha256:…`; empty where there is none. */
function digestOf(imageId) {
    return /sha256:[0-9a-f]{64}$/.exec(imageId)?.[0] ?? "";
}


/***/ })

};
