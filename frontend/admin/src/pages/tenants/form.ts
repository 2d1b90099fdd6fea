import type { TenantDraft } from "../../api/types";
import { isSlug } from "../../logic/slug";

export interface TenantForm {
  name: string;
  slug: string;
  plan: string;
  email: string;
  firstName: string;
  lastName: string;
  entry: "invite" | "password";
  password: string;
}

export type Field = "name" | "slug" | "plan" | "email" | "firstName" | "lastName" | "password";

/** Where the platform says that something is wrong with a field. */
export const POINTERS: Record<Field, string> = {
  name: "/name",
  slug: "/slug",
  plan: "/plan",
  email: "/admin/email",
  firstName: "/admin/firstName",
  lastName: "/admin/lastName",
  password: "/admin/password",
};

/** An empty form, or what was asked for before. */
export function emptyForm(draft: TenantDraft | undefined): TenantForm {
  return {
    name: draft?.name ?? "",
    slug: draft?.slug ?? "",
    plan: draft?.plan ?? "",
    email: draft?.admin.email ?? "",
    firstName: draft?.admin.firstName ?? "",
    lastName: draft?.admin.lastName ?? "",
    entry: "invite",
    password: "",
  };
}

/** What is wrong for sure, as keys of texts; the platform has the last word. */
export function problemsOf(form: TenantForm): Partial<Record<Field, string>> {
  return {
    ...(form.name.trim() === "" ? { name: "form.required" } : {}),
    ...(isSlug(form.slug) ? {} : { slug: "form.slugForm" }),
    ...(/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(form.email.trim()) ? {} : { email: "form.emailForm" }),
    ...(form.entry === "password" && form.password.length < 8 ? { password: "form.passwordShort" } : {}),
  };
}

export function draftOf(form: TenantForm): TenantDraft {
  const { firstName, lastName, password, entry } = form;
  return {
    slug: form.slug,
    name: form.name.trim(),
    ...(form.plan.trim() ? { plan: form.plan.trim() } : {}),
    admin: {
      email: form.email.trim(),
      ...(firstName.trim() ? { firstName: firstName.trim() } : {}),
      ...(lastName.trim() ? { lastName: lastName.trim() } : {}),
      ...(entry === "password" ? { password } : {}),
    },
  };
}
