package dev.holdfast.rls.propose;

import dev.holdfast.rls.catalog.Column;
import dev.holdfast.rls.catalog.Policy;
import dev.holdfast.rls.catalog.Relation;

/** What a policy compares. */
sealed interface Comparison {

    /** The policy. */
    Policy policy();

    /** Who asks. */
    SaysWho who();

    /** A column of its row with the session. */
    record WithSession(
            Policy policy, Relation relation, Column column, SaysWho who, boolean several)
            implements Comparison {}

    /**
     * A column with one of a row of another table, which names who asks.
     *
     * @param relation whose column is compared: the policy's table, or one that it asks on the way
     * @param members the other table
     * @param user its column that is compared with who asks
     * @param tenant its column that is compared with the column
     */
    record WithMembers(
            Policy policy,
            Relation relation,
            Column column,
            Relation members,
            Column user,
            Column tenant,
            SaysWho who)
            implements Comparison {}
}
