"""Runs the emulator on 127.0.0.1 until SIGTERM: ``python -m emulator --port 4566 --jwks ISSUER=URL``."""

import argparse
import asyncio
import os


def configure(port):
    """Settings that ministack reads when it is imported. What the user's shell holds for AWS must not become ours."""
    for name in [name for name in os.environ if name.startswith(("AWS_", "MINISTACK_"))]:
        del os.environ[name]
    os.environ.update(
        AUTH="true",
        GATEWAY_PORT=str(port),
        MINISTACK_HOST="127.0.0.1",
        PERSIST_STATE="0",
        SFTP_ENABLED="0",
        IOT_MTLS_ENABLED="0",
        no_proxy="*",
    )


def serve(port, issuers, *, clock_rate, starts_file):
    """Serves until SIGTERM or SIGINT."""
    from hypercorn.asyncio import serve as serve_asgi
    from hypercorn.config import Config
    from ministack.app import app

    from . import clock, oidc, replaced, starts  # noqa: F401 - replaced puts all functions in place

    clock.set_rate(clock_rate)
    starts.write_to(starts_file)
    for issuer, jwks_url in issuers:
        oidc.trust_issuer(issuer, jwks_url)
    config = Config()
    config.bind = [f"127.0.0.1:{port}"]
    config.keep_alive_timeout = 75
    asyncio.run(serve_asgi(app, config))


def main():
    parser = argparse.ArgumentParser(prog="emulator", description=__doc__)
    parser.add_argument("--port", type=int, required=True)
    parser.add_argument("--jwks", action="append", default=[], metavar="ISSUER=URL")
    parser.add_argument("--starts", metavar="FILE", help="gets a line for each task that a rule or schedule starts")
    parser.add_argument("--clock-rate", type=float, default=1.0, help="seconds that a second is for rules and schedules")
    options = parser.parse_args()
    configure(options.port)
    issuers = [pair.rsplit("=", 1) for pair in options.jwks]
    serve(options.port, issuers, clock_rate=options.clock_rate, starts_file=options.starts)


main()
