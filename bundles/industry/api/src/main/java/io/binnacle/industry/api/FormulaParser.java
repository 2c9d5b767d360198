package io.binnacle.industry.api;

import io.binnacle.industry.api.Formula.Operator;
import io.binnacle.industry.api.Formula.Term;
import java.math.BigDecimal;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a formula by recursive descent: a sum of products of factors. */
final class FormulaParser {

    private static final Pattern TOKEN = Pattern.compile("\\s*(\\d+(?:\\.\\d+)?|[a-z][A-Za-z0-9_]*|[-+*/(),])");
    private static final int DEEPEST = 30;

    private final String text;
    private final Set<String> variables;
    private int position;
    private int depth;
    /** The symbol, number or name to read next; empty at the end. */
    private String token;

    FormulaParser(String text, Set<String> variables) {
        this.text = text.stripTrailing();
        this.variables = variables;
        advance();
    }

    Term parse() {
        Term sum = sum();
        if (!token.isEmpty()) {
            throw unexpected("the end");
        }
        return sum;
    }

    private Term sum() {
        Term left = product();
        while (token.equals("+") || token.equals("-")) {
            Operator operator = operator();
            left = Formula.binary(left, product(), operator);
        }
        return left;
    }

    private Term product() {
        Term left = factor();
        while (token.equals("*") || token.equals("/")) {
            Operator operator = operator();
            left = Formula.binary(left, factor(), operator);
        }
        return left;
    }

    private Operator operator() {
        return switch (advance()) {
            case "+" -> BigDecimal::add;
            case "-" -> BigDecimal::subtract;
            case "*" -> BigDecimal::multiply;
            default -> BigDecimal::divide;
        };
    }

    private Term factor() {
        if (token.equals("(")) {
            advance();
            return closed(nested(this::sum));
        }
        if (token.equals("-")) {
            advance();
            return Formula.binary(Formula.number("0"), nested(this::factor), BigDecimal::subtract);
        }
        if (token.isEmpty() || !Character.isLetterOrDigit(token.charAt(0))) {
            throw unexpected("a number, a name or a parenthesis");
        }
        return named(advance());
    }

    private Term named(String name) {
        if (Character.isDigit(name.charAt(0))) {
            return Formula.number(name);
        }
        if (name.equals("min")) {
            return ofTwo((left, right, precision) -> left.min(right));
        }
        if (name.equals("max")) {
            return ofTwo((left, right, precision) -> left.max(right));
        }
        variables.add(name);
        return Formula.variable(name);
    }

    private Term ofTwo(Operator operator) {
        expect("(");
        Term left = nested(this::sum);
        expect(",");
        return Formula.binary(left, closed(nested(this::sum)), operator);
    }

    private Term closed(Term inner) {
        expect(")");
        return inner;
    }

    private Term nested(Supplier<Term> inner) {
        if (++depth > DEEPEST) {
            throw new IllegalArgumentException("a formula has up to " + DEEPEST + " levels");
        }
        Term term = inner.get();
        depth--;
        return term;
    }

    private void expect(String symbol) {
        if (!token.equals(symbol)) {
            throw unexpected("'" + symbol + "'");
        }
        advance();
    }

    /** Goes to the next token and returns the one before. */
    private String advance() {
        String read = token;
        if (position == text.length()) {
            token = "";
            return read;
        }
        Matcher next = TOKEN.matcher(text).region(position, text.length());
        if (!next.lookingAt()) {
            throw new IllegalArgumentException(
                    "character " + (position + 1) + " of '" + text + "' belongs to no formula");
        }
        position = next.end();
        token = next.group(1);
        return read;
    }

    private IllegalArgumentException unexpected(String wanted) {
        String found = token.isEmpty() ? "it ends" : "'" + token + "' stands";
        return new IllegalArgumentException("in '" + text + "' " + found + " where " + wanted + " should be");
    }
}
