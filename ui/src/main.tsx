import { Tooltip } from "@base-ui/react/tooltip";
import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { inNextFrame } from "@/app/resize";
import "./app/base.css";
import { createQueryClient } from "./api/queries";
import { askAhead } from "./app/ahead";
import { applyPreferences } from "./app/preferences";
import { createAppRouter } from "./app/router";

window.ResizeObserver = inNextFrame(window.ResizeObserver);

applyPreferences();
const client = createQueryClient();
askAhead(client, window.location.hash.slice(1));

const place = document.getElementById("root");
if (place) {
  createRoot(place).render(
    <StrictMode>
      <QueryClientProvider client={client}>
        <Tooltip.Provider delay={450} closeDelay={0}>
          <RouterProvider router={createAppRouter()} />
        </Tooltip.Provider>
      </QueryClientProvider>
    </StrictMode>,
  );
}
