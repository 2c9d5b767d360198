package io.binnacle.industry.api;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Arithmetic over named variables: numbers, names, {@code + - * /}, parentheses, {@code min(a, b)} and
 * {@code max(a, b)}. Computed in decimal with 16 digits, so the same inputs give the same result everywhere.
 */
public final class Formula {

    private static final MathContext PRECISION = MathContext.DECIMAL64;
    private static final int LONGEST = 500;

    private final String text;
    private final Term term;
    private final SortedSet<String> variables;

    private Formula(String text, Term term, SortedSet<String> variables) {
        this.text = text;
        this.term = term;
        this.variables = variables;
    }

    /**
     * The formula that {@code text} writes.
     *
     * @throws IllegalArgumentException that names the place where it cannot be understood
     */
    public static Formula parse(String text) {
        if (text.length() > LONGEST) {
            throw new IllegalArgumentException("a formula has up to " + LONGEST + " characters");
        }
        SortedSet<String> variables = new TreeSet<>();
        return new Formula(text, new FormulaParser(text, variables).parse(), variables);
    }

    /** The names in it. */
    public Set<String> variables() {
        return new TreeSet<>(variables);
    }

    /**
     * The result.
     *
     * @throws IllegalArgumentException when a variable is missing
     * @throws ArithmeticException when something is divided by zero
     */
    public BigDecimal evaluate(Map<String, BigDecimal> values) {
        return term.value(values);
    }

    @Override
    public String toString() {
        return text;
    }

    interface Term {
        BigDecimal value(Map<String, BigDecimal> values);
    }

    interface Operator {
        BigDecimal apply(BigDecimal left, BigDecimal right, MathContext precision);
    }

    static Term number(String digits) {
        BigDecimal number = new BigDecimal(digits);
        return values -> number;
    }

    static Term variable(String name) {
        return values -> {
            if (!values.containsKey(name)) {
                throw new IllegalArgumentException("the variable " + name + " is missing");
            }
            return values.get(name);
        };
    }

    static Term binary(Term left, Term right, Operator operator) {
        return values -> operator.apply(left.value(values), right.value(values), PRECISION);
    }
}
