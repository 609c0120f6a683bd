package dev.holdfast.rls.prove;

import dev.holdfast.rls.solve.Answer;
import dev.holdfast.rls.solve.Formula;
import java.util.Set;

/** What formulas are in a model. What the model says nothing of does not hold. */
final class Evaluation {

    private Evaluation() {}

    static boolean holds(Formula formula, Answer.Possible model) {
        return switch (formula) {
            case Formula.Constant constant -> constant.value();
            case Formula.Atom atom -> model.holding().contains(atom.name());
            case Formula.Same same -> {
                Integer left = model.classes().get(same.left());
                yield left != null && left.equals(model.classes().get(same.right()));
            }
            case Formula.Not not -> !holds(not.of(), model);
            case Formula.And and -> and.parts().stream().allMatch(each -> holds(each, model));
            case Formula.Or or -> or.parts().stream().anyMatch(each -> holds(each, model));
        };
    }

    /** Adds the names of the atoms of a formula. */
    static void atoms(Formula formula, Set<String> into) {
        switch (formula) {
            case Formula.Atom atom -> into.add(atom.name());
            case Formula.Not not -> atoms(not.of(), into);
            case Formula.And and -> and.parts().forEach(each -> atoms(each, into));
            case Formula.Or or -> or.parts().forEach(each -> atoms(each, into));
            case Formula.Constant _, Formula.Same _ -> {}
        }
    }
}
