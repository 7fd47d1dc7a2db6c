"""The API of the EBI Ontology Lookup Service under `/ols4/api`, answered from the local index.

Whoever speaks OLS changes the base URL. The shapes are those of https://www.ebi.ac.uk/ols4 (V1 with HAL lists, V2,
search); refusals too have its shape, not that of `application/problem+json`.
"""

from imagegraph.api.routes.ols.application import application

__all__ = ["application"]
