import { createBrowserRouter, redirect, type RouteObject } from "react-router";
import { NotFound } from "./common/NotFound";
import { PageFailure } from "./common/PageFailure";
import { Frame } from "./frame/Frame";
import { FrameSkeleton } from "./frame/FrameSkeleton";
import { OverviewPage } from "./pages/overview/OverviewPage";
import { TenantsPage } from "./pages/tenants/TenantsPage";

const pages: RouteObject[] = [
  { index: true, element: <OverviewPage /> },
  { path: "tenants", element: <TenantsPage /> },
  {
    path: "tenants/new",
    lazy: async () => ({ Component: (await import("./pages/tenants/NewTenantPage")).NewTenantPage }),
  },
  {
    path: "tenants/:slug/:tab?",
    lazy: async () => ({ Component: (await import("./pages/tenant/TenantPage")).TenantPage }),
  },
  { path: "registry", lazy: async () => ({ Component: (await import("./pages/registry/RegistryPage")).RegistryPage }) },
  {
    path: "registry/upload",
    lazy: async () => ({ Component: (await import("./pages/registry/UploadPage")).UploadPage }),
  },
  // What was sent in and waits is listed on the registry itself; without this it would be a plugin of that name.
  { path: "registry/submissions", loader: () => redirect("/registry") },
  {
    path: "registry/:id/:tab?",
    lazy: async () => ({ Component: (await import("./pages/plugin/PluginPage")).PluginPage }),
  },
  { path: "users", lazy: async () => ({ Component: (await import("./pages/users/UsersPage")).UsersPage }) },
  {
    path: "transfer/:tab?",
    lazy: async () => ({ Component: (await import("./pages/transfer/TransferPage")).TransferPage }),
  },
  { path: "doctor", lazy: async () => ({ Component: (await import("./pages/doctor/DoctorPage")).DoctorPage }) },
  { path: "health", lazy: async () => ({ Component: (await import("./pages/health/HealthPage")).HealthPage }) },
  {
    path: "dead-letters",
    lazy: async () => ({ Component: (await import("./pages/letters/LettersPage")).LettersPage }),
  },
  { path: "jobs", lazy: async () => ({ Component: (await import("./pages/jobs/JobsPage")).JobsPage }) },
  { path: "audit", lazy: async () => ({ Component: (await import("./pages/audit/AuditPage")).AuditPage }) },
  {
    path: "settings/:tab?",
    lazy: async () => ({ Component: (await import("./pages/settings/SettingsPage")).SettingsPage }),
  },
  { path: "*", element: <NotFound /> },
];

export type Router = ReturnType<typeof createBrowserRouter>;

/** What cannot even be loaded, as on a network that is gone, breaks no more than its own place. */
export function routes(): RouteObject[] {
  const failure = <PageFailure onRetry={() => location.reload()} />;
  return [
    {
      element: <Frame />,
      hydrateFallbackElement: <FrameSkeleton />,
      children: [{ errorElement: failure, children: pages }],
    },
  ];
}

/** Made once somebody is signed in: only then the address is that of a page again. */
export function createRouter(): Router {
  return createBrowserRouter(routes());
}
