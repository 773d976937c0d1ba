package org.suyuan.organisations;

/** In which order bodies come. */
public enum OrganisationOrder {
    /** By region from the nation down, as officials list them. */
    REGION,
    /** By name, Chinese by sound. */
    NAME,
    /** Last registered first. */
    NEWEST
}
