// The platform that specs meet, by REST: credentials, tenants, people.
import { readFileSync } from "node:fs";

/** Where browsers reach the platform. */
export const url = process.env.PLEXICA_URL ?? "http://localhost:8181";

const file = process.env.PLEXICA_CREDENTIALS ?? "../../../.plexica/credentials.json";
const credentials = JSON.parse(readFileSync(new URL(file, import.meta.url), "utf8"));
let number = 0;

/** Somebody of a demo tenant: `member of acme` is `person('acme', 'member')`. */
export function person(tenant, role) {
    return { tenant, ...credentials.tenants[tenant][role] };
}

/** The super admin. */
export const boss = { tenant: "plexica", ...credentials.superAdmin };

/** The address of a tenant's console. */
export function addressOf(tenant, path = "/") {
    return `${url}/t/${tenant}${path}`;
}

/** The address of the super admins' console. */
export function adminAddress(path = "/") {
    return url.replace("://", "://admin.") + path;
}

/** Calls the API; what it refuses is thrown. */
export async function call(token, method, path, body) {
    const answer = await fetch(url + path, {
        method,
        headers: {
            ...(token && { Authorization: `Bearer ${token}` }),
            ...(body !== undefined && { "Content-Type": "application/json" }),
        },
        body: body === undefined ? undefined : JSON.stringify(body),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status} ${text}`);
    return text === "" ? undefined : JSON.parse(text);
}

/** An access token. */
export async function tokenOf(who) {
    const { tenant, username, password } = who;
    return (await call(null, "POST", "/api/v1/auth/login", { tenant, username, password })).accessToken;
}

/** A tenant made for one spec, with its admin; `remove()` takes it away again. */
export async function createTenant(name = "Initech") {
    const tenant = `e${Date.now().toString(36)}${number++}`;
    const admin = { tenant, username: `admin@${tenant}.example`, password: "First-Admin-1" };
    const token = await tokenOf(boss);
    await call(token, "POST", "/api/v1/tenants", {
        slug: tenant,
        name,
        plan: "enterprise",
        admin: { email: admin.username, firstName: "Ada", lastName: "Admin", password: admin.password },
    });
    const remove = async () => call(await tokenOf(boss), "DELETE", `/api/v1/tenants/${tenant}?mode=hard`);
    return { slug: tenant, name, admin, remove };
}

/** Somebody more in a tenant, made by its admin. */
export async function createPerson(admin, role, firstName = "Vi", lastName = "Ewer") {
    const username = `p${number++}@${admin.tenant}.example`;
    const password = "Another-Person-1";
    await call(await tokenOf(admin), "POST", "/api/v1/users", {
        email: username,
        firstName,
        lastName,
        password,
        roles: [role],
    });
    return { tenant: admin.tenant, username, password };
}

/** Installs a plugin in the tenant of an admin. */
export async function install(admin, plugin) {
    await call(await tokenOf(admin), "POST", `/api/v1/tenants/${admin.tenant}/plugins/${plugin}/install`, {});
}
