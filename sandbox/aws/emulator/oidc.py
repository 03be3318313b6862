"""AssumeRoleWithWebIdentity with the checks that AWS makes before it looks at the trust policy.

ministack evaluates the trust policy on whatever claims a token holds. Here the token must also come from an issuer
that the account has a provider for, for one of its audiences, signed with a key that the issuer serves, and not expired.
"""

import time

import jwt
from ministack.services import iam, sts

from .hooks import replaces

_keys: dict[str, jwt.PyJWKClient] = {}


def trust_issuer(issuer, jwks_url):
    """Checks tokens of this issuer against the keys at ``jwks_url``; on AWS the issuer's own host serves them."""
    _keys[issuer] = jwt.PyJWKClient(jwks_url, timeout=5)


@replaces(sts, "_web_identity_trust_denied")
def web_identity_trust_denied(original, role_arn, params, use_json):
    """Refuses a token that is not genuine, then lets ministack evaluate the role's trust policy."""
    refusal = _refusal(iam._p(params, "WebIdentityToken"), account=role_arn.split(":")[4])
    if refusal:
        code, message = refusal
        return iam._error(400, code, message, ns="sts")
    return original(role_arn, params, use_json)


def _refusal(token, account):
    """AWS's error code and message for a token that it does not accept, or None."""
    try:
        claims = jwt.decode(token, options={"verify_signature": False})
        issuer = claims["iss"]
    except (jwt.PyJWTError, KeyError):
        return "InvalidIdentityToken", "The ID Token provided is not a valid JWT. (You may see this error if you sent an Access Token)"
    arn = f"arn:aws:iam::{account}:oidc-provider/{issuer.removeprefix('https://').rstrip('/')}"
    provider = iam._oidc_providers.get_scoped(account, None, arn)
    if provider is None:
        return "InvalidIdentityToken", f"No OpenIDConnect provider found in your account for {issuer}"
    try:
        key = _keys[issuer].get_signing_key_from_jwt(token)
        required = {"require": ["iss", "sub", "aud", "exp", "iat"]}
        jwt.decode(token, key, algorithms=["RS256"], issuer=issuer, audience=provider["ClientIDList"], options=required)
    except (KeyError, jwt.PyJWKClientError):
        return "InvalidIdentityToken", "Couldn't retrieve verification key from your identity provider"
    except jwt.ExpiredSignatureError:
        message = f"Token expired: current date/time {time.time():.0f} must be before the expiration date/time {claims['exp']}"
        return "ExpiredTokenException", message
    except jwt.InvalidAudienceError:
        return "InvalidIdentityToken", "Incorrect token audience"
    except jwt.PyJWTError as error:
        return "InvalidIdentityToken", f"The ID Token provided is not valid: {error}"
    return None
