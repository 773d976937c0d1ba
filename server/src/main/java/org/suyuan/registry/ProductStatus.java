package org.suyuan.registry;

/** Whether a product is still made. */
public enum ProductStatus {
    ACTIVE,
    /** 停产: no new lots; codes in the world stay good. */
    DISCONTINUED
}
