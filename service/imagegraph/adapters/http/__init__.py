"""Services elsewhere, asked over HTTP: politely, within a time limit, and without trust in what comes back."""

from imagegraph.adapters.http.agent import user_agent
from imagegraph.adapters.http.clock import Clock, Deadline
from imagegraph.adapters.http.exchange import Answer, Unanswered
from imagegraph.adapters.http.service import HttpService

__all__ = ["Answer", "Clock", "Deadline", "HttpService", "Unanswered", "user_agent"]
