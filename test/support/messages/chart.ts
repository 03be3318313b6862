import { mkdtemp, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { chartYaml, configMap, type Message, refusedDeploy, writeChart } from "./place.ts";

const settings = { "templates/settings.yaml": configMap("settings") };

/** The chart cannot be read or rendered, or does not take the values. */
export const chartMessages: Message[] = [
  {
    name: "The chart is for another Kubernetes",
    means: "The chart's kubeVersion does not allow the cluster's version.",
    provoke: (place) => refusedDeploy(place, { ...settings, "Chart.yaml": chartYaml('kubeVersion: ">=1.99.0"\n') }),
    says: /chart requires kubeVersion/,
    next: /^take a version of the chart that is for Kubernetes 1\.\d+\.\d+, or upgrade the cluster to >=1\.99\.0$/,
  },
  {
    name: "Dependencies are missing",
    means: "Chart.yaml names charts that are not in the folder charts/.",
    provoke: (place) =>
      refusedDeploy(place, {
        ...settings,
        "Chart.yaml": chartYaml(
          "dependencies: [{ name: redis, version: 1.0.0, repository: 'https://charts.example.com' }]\n",
        ),
      }),
    says: /missing in charts\/ directory/,
    next: /^run helm dependency build for the chart before this step, or commit its folder charts with redis$/,
  },
  {
    name: "A value that the chart's templates need is missing",
    means: "A template reads a value below one that is not there.",
    provoke: (place) =>
      refusedDeploy(place, {
        "templates/settings.yaml": configMap("settings", 'data: { host: "{{ .Values.database.host }}" }'),
      }),
    says: /nil pointer evaluating/,
    next: /^set database\.host in the values: web\/templates\/settings\.yaml, line 4 reads it$/,
  },
  {
    name: "The chart asks for a value",
    means: "A template ends with an error of the chart's author, by required or fail.",
    provoke: (place) =>
      refusedDeploy(place, {
        "templates/settings.yaml": configMap(
          "settings",
          'data: { host: {{ required "database.host is needed" .Values.host }} }',
        ),
      }),
    says: /database\.host is needed/,
    next: /^set in the values what the chart asks for in web\/templates\/settings\.yaml, line 4$/,
  },
  {
    name: "A template is no template",
    means: "A template cannot be parsed.",
    provoke: (place) =>
      refusedDeploy(place, { "templates/settings.yaml": configMap("settings", "data: { a: {{ if }} }") }),
    says: /parse error at|missing value for if/,
    next: /^correct the template web\/templates\/settings\.yaml, line 4$/,
  },
  {
    name: "A template that is used is not there",
    means: "A template includes another one by a name that none has.",
    provoke: (place) =>
      refusedDeploy(place, { "templates/settings.yaml": configMap("settings", 'data: {{ include "web.labels" . }}') }),
    says: /web\.labels/,
    next: /^define the template web\.labels in a \.tpl file of the chart/,
  },
  {
    name: "A template gives no YAML",
    means: "What a template renders is not YAML.",
    provoke: (place) =>
      refusedDeploy(place, {
        "templates/settings.yaml": configMap("settings", 'data:\n  key: "{{ .Values.text }}"'),
        "values.yaml": "text: 'say \"hello\"'\n",
      }),
    says: /YAML parse error|error converting YAML/,
    next: /^look at what web\/templates\/settings\.yaml renders, at line 4 of it /,
  },
  {
    name: "The values break the chart's schema",
    means: "The chart has a values.schema.json, and a value is not as it says.",
    provoke: (place) =>
      refusedDeploy(
        place,
        {
          ...settings,
          "values.schema.json": JSON.stringify({
            type: "object",
            required: ["image"],
            properties: { replicas: { type: "integer" } },
          }),
        },
        { set: ["replicas=many"] },
      ),
    says: /don't meet the specifications of the schema/,
    next: /^correct in the values of chart web: (image is required|missing property 'image'), replicas: \S/,
  },
  {
    name: "Chart.yaml is no YAML",
    means: "The chart's own description cannot be read.",
    provoke: (place) => refusedDeploy(place, { ...settings, "Chart.yaml": "apiVersion: v2\nname: [web\n" }),
    says: /cannot load Chart\.yaml/,
    next: /^correct line 2 of the chart's Chart\.yaml/,
  },
  {
    name: "Chart.yaml lacks something",
    means: "The chart's own description is not whole.",
    provoke: (place) => refusedDeploy(place, { ...settings, "Chart.yaml": "apiVersion: v2\nname: web\n" }),
    says: /chart\.metadata\.version is required/,
    next: /^add version to the chart's Chart\.yaml$/,
  },
  {
    name: "The chart's values.yaml is no YAML",
    means: "The chart's own defaults cannot be read.",
    provoke: (place) => refusedDeploy(place, { ...settings, "values.yaml": "image: a\n  tag: b\n" }),
    says: /cannot load values\.yaml/,
    next: /^correct line 2 of the chart's values\.yaml/,
  },
  {
    name: "The packed chart is broken",
    means: "The .tgz is not one, or was cut off.",
    async provoke(place) {
      const archive = join(await mkdtemp(join(place.folder, "broken-")), "web-1.2.3.tgz");
      await writeFile(archive, "<html>Not found</html>");
      return refusedDeploy(place, archive);
    },
    says: /does not appear to be a gzipped archive/,
    next: /^check where the file comes from: it is text\/html, /,
  },
  {
    name: "chart names a file of the chart",
    means: "chart is the path of a file such as Chart.yaml, in place of its folder's.",
    provoke: async (place) => refusedDeploy(place, join(await writeChart(place, settings), "Chart.yaml")),
    says: /seems to be a YAML file/,
    next: /^name the chart's folder in chart, not a file in it$/,
  },
  {
    name: "The chart is a library",
    means: "A chart of type library only has templates for other charts.",
    provoke: (place) => refusedDeploy(place, { "Chart.yaml": chartYaml("type: library\n") }),
    says: /charts are not installable/,
    next: /^deploy the chart that uses this one: a library chart /,
  },
  {
    name: "A line of set is not key=value",
    means: "Helm cannot read the assignment.",
    provoke: (place) => refusedDeploy(place, settings, { set: ["image"] }),
    says: /failed parsing --set data/,
    next: /^correct the input set, one key=value a line, .*: key "image" has no value$/,
  },
];
