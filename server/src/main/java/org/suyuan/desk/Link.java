package org.suyuan.desk;

/**
 * What a task or a notice is about.
 *
 * @param kind of {@link org.suyuan.shared.search.Openable}: {@code signal}, {@code operator} …
 * @param id as in the paths of the API
 * @param title as it was called then
 */
public record Link(String kind, String id, String title) {}
