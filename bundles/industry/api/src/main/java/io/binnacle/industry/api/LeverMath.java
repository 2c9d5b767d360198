package io.binnacle.industry.api;

import static io.binnacle.industry.api.IndustryError.INVALID_LEVER_INPUT;

import io.binnacle.industry.api.Lever.Variable;
import io.binnacle.industry.api.LeverValue.Input;
import io.binnacle.platform.api.error.FieldError;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Works out what levers are worth. */
public final class LeverMath {

    /** The most variables of a lever: low and high are looked for at every corner of their ranges. */
    public static final int MOST_VARIABLES = 10;

    private static final String FROM_CALLER = "given by the caller";

    private LeverMath() {}

    /**
     * What {@code lever} is worth, see {@link Industries#evaluate}.
     *
     * @throws io.binnacle.platform.api.error.PlatformException {@link IndustryError#INVALID_LEVER_INPUT}
     */
    public static LeverValue evaluate(Lever lever, Map<String, Estimate> given, Optional<String> currency) {
        refuseUnusable(lever, given, currency);
        List<Input> inputs = lever.variables().stream()
                .map(variable -> input(variable, given.get(variable.name())))
                .toList();
        Formula formula = Formula.parse(lever.formula());
        try {
            BigDecimal value =
                    formula.evaluate(inputs.stream().collect(Collectors.toMap(Input::variable, Input::value)));
            List<BigDecimal> corners = corners(formula, inputs);
            BigDecimal low = corners.stream().reduce(value, BigDecimal::min);
            BigDecimal high = corners.stream().reduce(value, BigDecimal::max);
            String sentence = Sentence.of(lever, new Estimate(low, value, high), inputs, currency);
            return new LeverValue(
                    lever.key(),
                    plain(value),
                    plain(low),
                    plain(high),
                    lever.unit(),
                    lever.formula(),
                    sentence,
                    inputs);
        } catch (ArithmeticException e) {
            throw INVALID_LEVER_INPUT
                    .because("%s divides by zero with these variables; change them", lever.formula())
                    .at("/variables")
                    .causedBy(e);
        }
    }

    private static void refuseUnusable(Lever lever, Map<String, Estimate> given, Optional<String> currency) {
        List<FieldError> faults = new ArrayList<>();
        List<String> names = lever.variables().stream().map(Variable::name).toList();
        given.keySet().stream()
                .filter(name -> !names.contains(name))
                .sorted()
                .forEach(name -> faults.add(fault(name, "no variable of this lever; there are " + names)));
        lever.variables().stream()
                .filter(variable -> variable.typical().isEmpty() && !given.containsKey(variable.name()))
                .forEach(variable -> faults.add(
                        fault(variable.name(), "needed: " + variable.description() + " (" + variable.unit() + ")")));
        if (lever.sentence().contains("{currency}") && currency.isEmpty()) {
            faults.add(new FieldError("/currency", INVALID_LEVER_INPUT.name(), "needed: the currency of the amounts"));
        }
        if (!faults.isEmpty()) {
            throw INVALID_LEVER_INPUT
                    .because("the lever %s cannot be worked out: give all it needs and nothing else", lever.key())
                    .at(faults);
        }
    }

    private static FieldError fault(String variable, String detail) {
        return new FieldError("/variables/" + variable, INVALID_LEVER_INPUT.name(), detail);
    }

    private static Input input(Variable variable, Estimate given) {
        if (given != null) {
            return new Input(variable.name(), given.low(), given.value(), given.high(), variable.unit(), FROM_CALLER);
        }
        TypicalRange typical = variable.typical().orElseThrow();
        BigDecimal middle = typical.low().add(typical.high()).divide(BigDecimal.valueOf(2));
        return new Input(
                variable.name(),
                typical.low(),
                middle,
                typical.high(),
                variable.unit(),
                "middle of the typical range of " + typical.n() + " firms: " + typical.source());
    }

    /** The formula at every combination of the ends of the ranges. */
    private static List<BigDecimal> corners(Formula formula, List<Input> inputs) {
        List<Map<String, BigDecimal>> corners = List.of(Map.of());
        for (Input input : inputs) {
            corners = corners.stream()
                    .flatMap(corner -> List.of(input.low(), input.high()).stream()
                            .distinct()
                            .map(end -> with(corner, input.variable(), end)))
                    .toList();
        }
        return corners.stream().map(formula::evaluate).toList();
    }

    private static Map<String, BigDecimal> with(Map<String, BigDecimal> corner, String name, BigDecimal value) {
        Map<String, BigDecimal> extended = new HashMap<>(corner);
        extended.put(name, value);
        return extended;
    }

    private static BigDecimal plain(BigDecimal number) {
        BigDecimal rounded = number.round(new MathContext(12)).stripTrailingZeros();
        return rounded.scale() < 0 ? rounded.setScale(0) : rounded;
    }
}
