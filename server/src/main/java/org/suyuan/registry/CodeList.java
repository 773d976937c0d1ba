package org.suyuan.registry;

/** The lists of codes that forms offer; their rows are data. */
public enum CodeList {
    OPERATOR_KINDS,
    SITE_ROLES,
    PRODUCT_CATEGORIES,
    STORAGE_CONDITIONS
}
