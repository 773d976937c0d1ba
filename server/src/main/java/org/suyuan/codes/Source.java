package org.suyuan.codes;

import org.jspecify.annotations.Nullable;

/**
 * Who checked, without saying who it was.
 *
 * @param channel how the check came
 * @param origin pseudonym of the client's address or id, the same all day; null when nothing is known, as for many SMS gateways
 * @param place where, as far as known
 * @param agent kind of program
 */
public record Source(Channel channel, @Nullable String origin, CheckPlace place, AgentClass agent) {}
