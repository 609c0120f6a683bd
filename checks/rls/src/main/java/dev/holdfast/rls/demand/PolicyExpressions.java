package dev.holdfast.rls.demand;

import dev.holdfast.rls.access.Gate;
import dev.holdfast.rls.access.Gate.Side;
import dev.holdfast.rls.catalog.Catalog;
import dev.holdfast.rls.catalog.Policy;
import dev.holdfast.rls.catalog.Stored;
import dev.holdfast.rls.expression.Expression;
import dev.holdfast.rls.expression.ExpressionReader;
import dev.holdfast.rls.tree.BadTree;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The expressions of all policies, each read once, and the policies that cannot be read. */
public final class PolicyExpressions {
    private final Map<String, Expression> byTree = new HashMap<>();
    private final Map<Policy, String> unreadable = new HashMap<>();

    /** Reads the expressions of a catalogue. */
    public PolicyExpressions(Catalog catalog) {
        for (Policy policy : catalog.policies()) {
            policy.using().ifPresent(each -> read(policy, each));
            policy.check().ifPresent(each -> read(policy, each));
        }
    }

    private void read(Policy policy, Stored stored) {
        if (byTree.containsKey(stored.tree())) {
            return;
        }
        try {
            byTree.put(stored.tree(), ExpressionReader.read(stored.tree()));
        } catch (BadTree notKnown) {
            unreadable.put(policy, String.valueOf(notKnown.getMessage()));
        }
    }

    /** The policies that could not be read, with the reason. */
    public Map<Policy, String> unreadable() {
        return Map.copyOf(unreadable);
    }

    /** What a policy demands on a side, where it says something that can be read. */
    public Optional<Expression> demand(Policy policy, Side side) {
        return Gate.demand(policy, side).map(Stored::tree).map(byTree::get);
    }

    /** USING and WITH CHECK, those that are there. */
    public List<Expression> of(Policy policy) {
        List<Expression> all = new ArrayList<>();
        policy.using().map(Stored::tree).map(byTree::get).ifPresent(all::add);
        policy.check().map(Stored::tree).map(byTree::get).ifPresent(all::add);
        return all;
    }
}
