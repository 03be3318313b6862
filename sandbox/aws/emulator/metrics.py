"""CloudWatch's GetMetricData in AWS's order: the newest value first, unless the call says otherwise.

https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_GetMetricData.html
"""

import json

from ministack.services import cloudwatch

from .hooks import replaces


@replaces(cloudwatch, "_get_metric_data")
def get_metric_data(original, params, cbor_data, is_cbor, is_json=False):
    """Turns the values round. Only in the protocol that the SDK for JavaScript speaks."""
    response = original(params, cbor_data, is_cbor, is_json)
    if not is_json or response[0] != 200 or cbor_data.get("ScanBy") == "TimestampAscending":
        return response
    answer = json.loads(response[2])
    for result in answer["MetricDataResults"]:
        result["Timestamps"].reverse()
        result["Values"].reverse()
    return response[0], response[1], json.dumps(answer).encode()
