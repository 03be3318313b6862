import { memoryErrorRates } from "../../support/fakes/error-rates.ts";
import type { Place } from "./place.ts";

export function memoryPlace(): Place {
  const rates = memoryErrorRates();
  let urls = 0;
  return {
    rates,
    region: "us-west-2",
    count: async (loadBalancer, ...minutes) => rates.count(loadBalancer, ...minutes),
    async url(rate) {
      const url = `https://metrics.test/${++urls}`;
      rates.answer(url, rate);
      return url;
    },
  };
}
