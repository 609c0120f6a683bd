package dev.holdfast.rls.prove;

/** The parts that make formulas of a catalogue; they need each other. */
final class Encoding {
    private final Universe universe;
    private final Ground ground;
    private final RowMaker rows;
    private final Visibility visibility;
    private final Placing placing;
    private final Truths truths;
    private final Values values;
    private final Calls calls;

    Encoding(Universe universe, Ground ground) {
        this.universe = universe;
        this.ground = ground;
        rows = new RowMaker(this);
        visibility = new Visibility(this);
        placing = new Placing(this);
        truths = new Truths(this);
        values = new Values(this);
        calls = new Calls(this);
    }

    Universe universe() {
        return universe;
    }

    Ground ground() {
        return ground;
    }

    RowMaker rows() {
        return rows;
    }

    Visibility visibility() {
        return visibility;
    }

    Placing placing() {
        return placing;
    }

    Truths truths() {
        return truths;
    }

    Values values() {
        return values;
    }

    Calls calls() {
        return calls;
    }

    /** An item of which nothing is known but its type. */
    Item unknown(String what, long type) {
        return type == dev.holdfast.rls.expression.Types.BOOL
                ? new Item.Truth(ground.kleene(what))
                : new Item.Plain(ground.term(what));
    }
}
