package dev.holdfast.rls.difference;

import dev.holdfast.rls.catalog.Catalog;
import dev.holdfast.rls.catalog.Relation;
import java.util.List;

/** Which way a view went. */
final class Views {
    private final Version before;
    private final Version after;
    private final String role;

    Views(Version before, Version after, String role) {
        this.before = before;
        this.after = after;
        this.role = role;
    }

    Direction direction(Relation was, Relation is) {
        Closure ours = before.closure();
        Closure theirs = after.closure();
        before.role(role).ifPresent(each -> ours.relation(was.oid(), each));
        after.role(role).ifPresent(each -> theirs.relation(is.oid(), each));
        if (ours.said().equals(theirs.said())) {
            return Direction.SAME;
        }
        boolean sameQuery =
                query(before.catalog(), was).equals(query(after.catalog(), is))
                        && was.kind() == is.kind();
        if (!sameQuery) {
            return Direction.UNKNOWN;
        }
        if (was.isInvokersView() != is.isInvokersView()) {
            return is.isInvokersView() ? Direction.NARROWER : Direction.WIDER;
        }
        // What whoever asks reaches of the tables behind it is told of the tables.
        return is.isInvokersView() ? Direction.SAME : Direction.UNKNOWN;
    }

    private static List<String> query(Catalog catalog, Relation view) {
        Names names = new Names(catalog);
        return catalog.rules().stream()
                .filter(each -> each.view() == view.oid())
                .map(each -> each.event() + names.tree(each.action()))
                .sorted()
                .toList();
    }
}
