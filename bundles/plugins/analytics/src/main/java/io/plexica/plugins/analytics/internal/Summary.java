package io.plexica.plugins.analytics.internal;

/**
 * Figures about a workspace.
 *
 * @param crm what the CRM knows
 */
public record Summary(CrmFigures crm) {}
