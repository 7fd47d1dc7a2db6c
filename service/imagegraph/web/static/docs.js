"use strict";
// Starts the API browser on the description of this very service; it asks nobody else.
window.addEventListener("load", () => {
  const place = document.getElementById("api");
  SwaggerUIBundle({
    domNode: place,
    url: place.dataset.description,
    validatorUrl: null,
    deepLinking: true,
    docExpansion: "list",
    defaultModelsExpandDepth: -1,
    tryItOutEnabled: true,
  });
});
