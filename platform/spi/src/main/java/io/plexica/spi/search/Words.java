package io.plexica.spi.search;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Texts as words, the same for all engines: runs of letters and digits in lower case without accents, and each ideograph by
 * itself. What is left holds nothing that any engine would take for an operator.
 */
public final class Words {

    /** Longer words are cut here, in documents as in what is looked for. */
    private static final int LONGEST = 60;

    private Words() {}

    /** A word, and where in the text it stands. */
    public record Word(String word, int from, int to) {}

    /** The words of a text, in their order. */
    public static List<Word> of(String text) {
        List<Word> words = new ArrayList<>();
        int begin = -1;
        for (int at = 0; at < text.length(); ) {
            int letter = text.codePointAt(at);
            int next = at + Character.charCount(letter);
            boolean alone = Character.isIdeographic(letter);
            boolean within = !alone && isPart(letter);
            if (begin >= 0 && !within) {
                add(words, text, begin, at);
                begin = -1;
            }
            if (alone) {
                add(words, text, at, next);
            } else if (within && begin < 0 && Character.isLetterOrDigit(letter)) {
                begin = at;
            }
            at = next;
        }
        if (begin >= 0) {
            add(words, text, begin, text.length());
        }
        return words;
    }

    /** The words of a text alone. */
    public static List<String> plain(String text) {
        return of(text).stream().map(Word::word).toList();
    }

    /** Accents may follow their letter as characters of their own. */
    private static boolean isPart(int letter) {
        return Character.isLetterOrDigit(letter) || Character.getType(letter) == Character.NON_SPACING_MARK;
    }

    private static void add(List<Word> words, String text, int from, int to) {
        StringBuilder folded = new StringBuilder();
        Normalizer.normalize(text.substring(from, to), Normalizer.Form.NFKD)
                .toLowerCase(Locale.ROOT)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .forEach(letter -> folded.append(plain(letter)));
        if (!folded.isEmpty()) {
            int end = folded.codePointCount(0, folded.length()) > LONGEST
                    ? folded.offsetByCodePoints(0, LONGEST)
                    : folded.length();
            words.add(new Word(folded.substring(0, end), from, to));
        }
    }

    /** Letters that Unicode does not take apart, as people without such keys write them. */
    private static String plain(int letter) {
        return switch (letter) {
            case 'ß' -> "ss";
            case 'ø' -> "o";
            case 'ł' -> "l";
            case 'đ', 'ð' -> "d";
            case 'æ' -> "ae";
            case 'œ' -> "oe";
            case 'þ' -> "th";
            case 'ħ' -> "h";
            case 'ı' -> "i";
            default -> Character.toString(letter);
        };
    }
}
