"""The network: asks statistical services, one question at a time, with pauses, retries, time-outs and a name.

Only `make.py refresh` uses it, and `make.py links` its name. A build never does.
"""

import time
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import requests
from requests.adapters import HTTPAdapter
from urllib3.util import Retry

from campaign.refresh import SERVICES
from campaign.refresh.answers import UnexpectedAnswer

# Whoever runs a service can see who asks, what for, and where to read about us.
USER_AGENT = "inland-regions/1.0 (make.py {command}; +{site})"
# 429 asks us to wait, as long as Retry-After says; the others pass.
PASSING = (429, 500, 502, 503, 504)


@dataclass(frozen=True)
class Pace:
    """Seconds between two questions, to wait for an answer, and to wait before the second try (then twice as long)."""

    pause: float
    timeout: float
    backoff: float


POLITE = Pace(pause=0.5, timeout=30, backoff=1)  # SCB allows 3 questions a second, Kolada 5
SLOW = Pace(pause=2.1, timeout=30, backoff=2)  # SSB allows 30 a minute
AT_HOME = Pace(pause=0, timeout=0.5, backoff=0)  # a server on this machine, which answers for all services


def transports(site: str, at: str | None) -> dict[str, "Transport"]:
    """A transport to each service, or to the server at `at`. `site` is where ours is published."""
    name = USER_AGENT.format(site=site, command="refresh")
    if at:
        return {service: Transport(f"{at}/{service}", name, AT_HOME) for service in SERVICES}
    return {
        service: Transport(address, name, SLOW if service == "ssb" else POLITE)
        for service, (address, _) in SERVICES.items()
    }


class Transport:
    """A service at its address, asked at a pace that it allows."""

    def __init__(self, address: str, name: str, pace: Pace) -> None:
        self.address = address
        self.pace = pace
        self.asked = float("-inf")
        self.session = requests.Session()
        self.session.headers["User-Agent"] = name
        retries = Retry(
            total=4,
            status_forcelist=PASSING,
            allowed_methods=("GET",),
            backoff_factor=pace.backoff,
            retry_after_max=60,
        )
        for scheme in ("https://", "http://"):
            self.session.mount(scheme, HTTPAdapter(max_retries=retries))

    def json(self, path: str, parameters: Mapping[str, str], headers: Mapping[str, str]) -> Any:
        """The decoded answer; `UnexpectedAnswer` where there is none, or half of one."""
        response = self._get(path, parameters, headers)
        try:
            return response.json()
        except requests.JSONDecodeError:
            raise UnexpectedAnswer("ODD_HALF", value="JSON") from None

    def text(self, path: str) -> str:
        """The answer as it stands."""
        return self._get(path, {}, {}).text

    def _get(self, path: str, parameters: Mapping[str, str], headers: Mapping[str, str]) -> requests.Response:
        time.sleep(max(0.0, self.asked + self.pace.pause - time.monotonic()))
        address = self.address + path
        try:
            response = self.session.get(
                address, params=parameters, headers=headers, timeout=self.pace.timeout
            )
        except requests.exceptions.ChunkedEncodingError:
            raise UnexpectedAnswer("ODD_HALF", value="JSON") from None
        except requests.RequestException as fault:
            raise UnexpectedAnswer("ODD_SILENT", value=type(fault).__name__) from None
        finally:
            self.asked = time.monotonic()
        if not response.ok:
            raise UnexpectedAnswer("ODD_REFUSED", value=response.status_code)
        return response
