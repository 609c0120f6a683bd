package dev.holdfast.rls.solve;

import java.util.ArrayList;
import java.util.List;

/**
 * A formula of propositional logic over equalities of values (SMT-LIB logic QF_UF). Made by the
 * methods here, which fold constants away.
 */
public sealed interface Formula {
    Formula TRUE = new Constant(true);
    Formula FALSE = new Constant(false);

    /** True or false. */
    record Constant(boolean value) implements Formula {}

    /** Something that may hold or not. */
    record Atom(String name) implements Formula {}

    /** That two values are the same. */
    record Same(Value left, Value right) implements Formula {}

    /** That something does not hold. */
    record Not(Formula of) implements Formula {}

    /** That all hold. */
    record And(List<Formula> parts) implements Formula {
        public And {
            parts = List.copyOf(parts);
        }
    }

    /** That at least one holds. */
    record Or(List<Formula> parts) implements Formula {
        public Or {
            parts = List.copyOf(parts);
        }
    }

    /** Equality, decided at once where both are the same or different constants. */
    static Formula same(Value left, Value right) {
        if (left.equals(right)) {
            return TRUE;
        }
        if (left instanceof Value.Constant one
                && right instanceof Value.Constant other
                && one.type().equals(other.type())
                && one.distinct()
                && other.distinct()) {
            return FALSE;
        }
        return new Same(left, right);
    }

    /** The opposite. */
    static Formula not(Formula of) {
        return switch (of) {
            case Constant constant -> constant.value() ? FALSE : TRUE;
            case Not not -> not.of();
            case Atom _, Same _, And _, Or _ -> new Not(of);
        };
    }

    /** All of them. */
    static Formula and(List<Formula> parts) {
        List<Formula> kept = new ArrayList<>();
        for (Formula each : parts) {
            switch (each) {
                case Constant constant when !constant.value() -> {
                    return FALSE;
                }
                case Constant _ -> {}
                case And and -> kept.addAll(and.parts());
                case Atom _, Same _, Not _, Or _ -> kept.add(each);
            }
        }
        return kept.isEmpty() ? TRUE : kept.size() == 1 ? kept.getFirst() : new And(kept);
    }

    /** Both. */
    static Formula and(Formula... parts) {
        return and(List.of(parts));
    }

    /** At least one of them. */
    static Formula or(List<Formula> parts) {
        List<Formula> kept = new ArrayList<>();
        for (Formula each : parts) {
            switch (each) {
                case Constant constant when constant.value() -> {
                    return TRUE;
                }
                case Constant _ -> {}
                case Or or -> kept.addAll(or.parts());
                case Atom _, Same _, Not _, And _ -> kept.add(each);
            }
        }
        return kept.isEmpty() ? FALSE : kept.size() == 1 ? kept.getFirst() : new Or(kept);
    }

    /** Either or both. */
    static Formula or(Formula... parts) {
        return or(List.of(parts));
    }

    /** The second, if the first holds. */
    static Formula implies(Formula first, Formula second) {
        return or(not(first), second);
    }
}
