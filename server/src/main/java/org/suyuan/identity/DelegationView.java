package org.suyuan.identity;

import java.time.LocalDate;

/**
 * A delegation as the API shows it.
 *
 * @param from first day
 * @param to first day no more
 * @param open neither over nor taken back
 */
record DelegationView(
        String id,
        String post,
        NamedId delegate,
        LocalDate from,
        LocalDate to,
        String reason,
        boolean revoked,
        boolean open) {
    static DelegationView of(Delegation delegation, LocalDate today) {
        return new DelegationView(
                delegation.id().toString(),
                delegation.post().toString(),
                new NamedId(delegation.delegate().toString(), delegation.delegateName()),
                delegation.from(),
                delegation.to(),
                delegation.reason(),
                delegation.revokedBy() != null,
                delegation.isOpenOn(today));
    }
}
