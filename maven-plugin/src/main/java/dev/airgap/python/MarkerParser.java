package dev.airgap.python;

import java.util.ArrayList;
import java.util.List;

/** Reads a marker (PEP 508, grammar) from a place in a text. */
final class MarkerParser {

    /** Deeper nesting than this is an attack on the stack, not a marker. */
    private static final int DEEPEST = 100;

    private static final String[] OPERATORS = {"===", "==", "~=", "!=", "<=", ">=", "<", ">"};

    private final String source;
    private int at;
    private int depth;

    MarkerParser(String source, int at) {
        this.source = source;
        this.at = at;
    }

    /** Reads a marker to the end of the text. */
    MarkerExpression parse() {
        MarkerNode root = group();
        if (at < source.length()) {
            throw fault("expected 'and', 'or' or the end");
        }
        return new MarkerExpression(root);
    }

    private MarkerNode group() {
        List<MarkerNode> nodes = new ArrayList<>(2);
        List<Boolean> joints = new ArrayList<>(2);
        nodes.add(atom());
        joints.add(false);
        while (true) {
            boolean or = word("or");
            if (!or && !word("and")) {
                break;
            }
            joints.add(or);
            nodes.add(atom());
        }
        if (nodes.size() == 1) {
            return nodes.get(0);
        }
        boolean[] ors = new boolean[joints.size()];
        for (int i = 0; i < ors.length; i++) {
            ors[i] = joints.get(i);
        }
        return new MarkerGroup(nodes, ors);
    }

    private MarkerNode atom() {
        skipSpace();
        if (at < source.length() && source.charAt(at) == '(') {
            if (++depth > DEEPEST) {
                throw fault("parentheses are nested too deeply");
            }
            at++;
            MarkerNode node = group();
            if (at == source.length() || source.charAt(at) != ')') {
                throw fault("expected ')'");
            }
            at++;
            depth--;
            skipSpace();
            return node;
        }
        int from = at;
        MarkerVariable left = variable();
        String leftText = left == null ? literal() : null;
        skipSpace();
        String operator = operator();
        skipSpace();
        MarkerVariable right = variable();
        String rightText = right == null ? literal() : null;
        skipSpace();
        if (from == at) {
            throw fault("expected a comparison");
        }
        return new MarkerComparison(left, leftText, operator, right, rightText);
    }

    private MarkerVariable variable() {
        int to = at;
        while (to < source.length() && (isWord(source.charAt(to)) || source.charAt(to) == '.')) {
            to++;
        }
        if (to - at > MarkerVariable.LONGEST) {
            // Thousands of dots would be looked at again and again.
            to = source.lastIndexOf('.', at + MarkerVariable.LONGEST);
        }
        // A dot may end the word as well as stand in an old spelling: the longest that is a variable counts.
        while (to > at) {
            MarkerVariable variable = MarkerVariable.of(source.substring(at, to));
            if (variable != null) {
                at = to;
                return variable;
            }
            to = source.lastIndexOf('.', to - 1);
        }
        return null;
    }

    private String literal() {
        if (at == source.length() || source.charAt(at) != '"' && source.charAt(at) != '\'') {
            throw fault("expected a marker variable or a quoted text");
        }
        int to = source.indexOf(source.charAt(at), at + 1);
        if (to < 0) {
            throw fault("the quoted text has no end");
        }
        String raw = source.substring(at + 1, to);
        String text = PythonText.decodeOrNull(raw);
        if (text == null) {
            throw fault("the quoted text is none that Python reads");
        }
        at = to + 1;
        return text;
    }

    private String operator() {
        for (String operator : OPERATORS) {
            if (source.startsWith(operator, at)) {
                at += operator.length();
                return operator;
            }
        }
        if (word("in")) {
            return "in";
        }
        if (word("not")) {
            int from = at;
            skipSpace();
            if (at > from && word("in")) {
                return "not in";
            }
        }
        throw fault("expected one of <=, <, !=, ==, >=, >, ~=, ===, in, not in");
    }

    private boolean word(String word) {
        int to = at + word.length();
        if (!source.startsWith(word, at) || to < source.length() && isWord(source.charAt(to))) {
            return false;
        }
        at = to;
        return true;
    }

    private void skipSpace() {
        while (at < source.length() && (source.charAt(at) == ' ' || source.charAt(at) == '\t')) {
            at++;
        }
    }

    private static boolean isWord(char c) {
        return c == '_' || Character.isLetterOrDigit(c);
    }

    private IllegalArgumentException fault(String expected) {
        return new IllegalArgumentException(
                "the marker '" + Words.shown(source) + "' is broken at column " + (at + 1) + ": " + expected);
    }
}
