"""The hosted zones of load balancers' own names, by region.

https://docs.aws.amazon.com/general/latest/gr/elb.html
"""

import re

APPLICATION = {
    "us-east-1": "Z35SXDOTRQ7X7K",
    "us-east-2": "Z3AADJGX6KTTL2",
    "us-west-1": "Z368ELLRRE2KJ0",
    "us-west-2": "Z1H1FL5HABSF5",
    "ca-central-1": "ZQSVJUPU6J1EY",
    "eu-west-1": "Z32O12XQLNTSW2",
    "eu-west-2": "ZHURV8PSTC4K8",
    "eu-central-1": "Z215JYRZR1TBD5",
    "ap-southeast-1": "Z1LMS91P8CMLE5",
    "ap-southeast-2": "Z1GM3OXH4ZPM65",
    "ap-northeast-1": "Z14GRHDCWA56QT",
    "ap-northeast-2": "ZWKZPGTI48KDX",
    "ap-south-1": "ZP97RAFLXTNZK",
    "eu-north-1": "Z23TAZ6LKFMNIO",
    "eu-west-3": "Z3Q77PNBQS71R4",
    "sa-east-1": "Z2P70J7HTTTPLU",
}
NETWORK = {
    "us-east-1": "Z26RNL4JYFTOTI",
    "us-east-2": "ZLMOA37VPKANP",
    "us-west-1": "Z24FKFUX50B4VW",
    "us-west-2": "Z18D5FSROUN65G",
    "ca-central-1": "Z2EPGBW3API2WT",
    "eu-west-1": "Z2IFOLAFXWLO4F",
    "eu-west-2": "ZD4D7Y8KGAS4G",
    "eu-central-1": "Z3F0SRJ5LGBH90",
    "ap-southeast-1": "ZKVM4W9LS7TM",
    "ap-southeast-2": "ZCT6FZBF4DROD",
    "ap-northeast-1": "Z31USIVHYNEOWT",
    "ap-northeast-2": "ZIBE1TIR4HY56",
    "ap-south-1": "ZVDDRBQ08TROAA",
    "eu-north-1": "Z1UDT6IFJ4EJM",
    "eu-west-3": "Z1CMS0P5QUZ6D5",
    "sa-east-1": "ZTK26PT1VY4CU",
}


def zone_of(region, kind):
    """The hosted zone id of load balancers of that type in that region; None where it is not in the tables."""
    return (NETWORK if kind == "network" else APPLICATION).get(region)


def zone_id_of(name):
    """The hosted zone id that an alias to this name must have; None when it is no load balancer's, or not known."""
    application = re.fullmatch(r".+\.([a-z0-9-]+)\.elb\.amazonaws\.com\.?", name)
    network = re.fullmatch(r".+\.elb\.([a-z0-9-]+)\.amazonaws\.com\.?", name)
    if application:
        return APPLICATION.get(application[1])
    return NETWORK.get(network[1]) if network else None
