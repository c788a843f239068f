package io.jobdeck.desktop.cron;

import io.jobdeck.desktop.text.Texts;
import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says in plain language when a Quartz cron fires. */
public final class CronWords {

    private static final int LAST_SECOND = 59;
    private static final int LAST_HOUR = 23;
    private static final int LAST_DAY = 31;
    private static final int LAST_YEAR = 2099;
    private static final int FIRST_YEAR = 1970;
    private static final int MOST_TIMES = 8;
    private static final Map<String, Integer> DAYS = Map.of("SUN", 1, "MON", 2, "TUE", 3, "WED", 4, "THU", 5, "FRI", 6,
            "SAT", 7);
    private static final Map<String, Integer> MONTHS = Map.ofEntries(Map.entry("JAN", 1), Map.entry("FEB", 2),
            Map.entry("MAR", 3), Map.entry("APR", 4), Map.entry("MAY", 5), Map.entry("JUN", 6), Map.entry("JUL", 7),
            Map.entry("AUG", 8), Map.entry("SEP", 9), Map.entry("OCT", 10), Map.entry("NOV", 11), Map.entry("DEC", 12));
    private static final Pattern BEFORE_LAST = Pattern.compile("L-(\\d+)");
    private static final Pattern NEAREST_WEEKDAY = Pattern.compile("(\\d+)W");
    private static final Pattern LAST_DAY_OF_WEEK = Pattern.compile("([1-7]|[A-Z]{3})L");
    private static final Pattern NTH_DAY_OF_WEEK = Pattern.compile("([1-7]|[A-Z]{3})#([1-5])");

    private final Texts texts;

    public CronWords(Texts texts) {
        this.texts = texts;
    }

    /** Returns one sentence; empty if it is no cron, or one for which there are no words. */
    public Optional<String> describe(String cron) {
        String[] fields = cron.strip().toUpperCase(Locale.ROOT).split("\\s+");
        if (!CronFirings.isCron(cron)) {
            return Optional.empty();
        }
        Optional<String> time = time(fields);
        Optional<List<String>> date = date(fields);
        if (time.isEmpty() || date.isEmpty()) {
            return Optional.empty();
        }
        boolean everyDay = date.get().isEmpty();
        if (everyDay) {
            return Optional.of(isClockTime(fields) ? texts.get("cron.every-day", time.get()) : capital(time.get()));
        }
        return Optional.of(capital(texts.get("cron.sentence", time.get(), String.join(texts.get("cron.part"), date.get()))));
    }

    private static String capital(String sentence) {
        return sentence.substring(0, 1).toUpperCase(Locale.ROOT) + sentence.substring(1);
    }

    private boolean isClockTime(String[] fields) {
        return field(fields[0], LAST_SECOND).filter(CronField::isSingle).isPresent()
                && field(fields[1], LAST_SECOND).filter(CronField::isValues).isPresent()
                && field(fields[2], LAST_HOUR).filter(CronField::isValues).isPresent();
    }

    private static Optional<CronField> field(String text, int most) {
        return CronField.parse(text, 0, most, Map.of());
    }

    private Optional<String> time(String[] fields) {
        Optional<CronField> seconds = field(fields[0], LAST_SECOND);
        Optional<CronField> minutes = field(fields[1], LAST_SECOND);
        Optional<CronField> hours = field(fields[2], LAST_HOUR);
        if (seconds.isEmpty() || minutes.isEmpty() || hours.isEmpty()) {
            return Optional.empty();
        }
        return clock(seconds.get(), minutes.get(), hours.get())
                .or(() -> Optional.of(repeated(seconds.get(), minutes.get(), hours.get())));
    }

    private Optional<String> clock(CronField seconds, CronField minutes, CronField hours) {
        if (!seconds.isSingle() || !minutes.isValues() || !hours.isValues()
                || minutes.parts().size() * hours.parts().size() > MOST_TIMES) {
            return Optional.empty();
        }
        List<String> times = new ArrayList<>();
        for (int hour : hours.values()) {
            for (int minute : minutes.values()) {
                times.add(seconds.value() == 0 ? "%02d:%02d".formatted(hour, minute)
                        : "%02d:%02d:%02d".formatted(hour, minute, seconds.value()));
            }
        }
        Collections.sort(times);
        return Optional.of(texts.get("cron.at", and(times)));
    }

    private String repeated(CronField seconds, CronField minutes, CronField hours) {
        List<String> parts = new ArrayList<>();
        boolean onTheMinute = seconds.isSingle() && seconds.value() == 0;
        if (!onTheMinute) {
            parts.add(phrase("second", seconds));
        }
        if (onTheMinute || !minutes.isAny()) {
            parts.add(phrase("minute", minutes));
        }
        if (!hours.isAny()) {
            parts.add(hours(hours));
        }
        return String.join(texts.get("cron.part"), parts);
    }

    private String hours(CronField hours) {
        boolean range = hours.parts().size() == 1 && !hours.parts().get(0).open() && hours.parts().get(0).step() == 1
                && !hours.isSingle();
        if (range || hours.isSingle()) {
            CronField.Part part = hours.parts().get(0);
            return texts.get("cron.hours", "%02d:00".formatted(part.first()), "%02d:59".formatted(part.last()));
        }
        return phrase("hour", hours);
    }

    private String phrase(String unit, CronField field) {
        if (field.isAny()) {
            return texts.get("cron.each." + unit);
        }
        Optional<CronField.Part> steps = field.steps();
        if (steps.isPresent()) {
            CronField.Part part = steps.get();
            return part.first() == 0 ? texts.get("cron.every." + unit, part.step())
                    : texts.get("cron.every-from." + unit, part.step(), part.first());
        }
        return texts.get("cron.on." + unit, parts(field, String::valueOf));
    }

    private String parts(CronField field, IntFunction<String> name) {
        return and(field.parts().stream().map(part -> part(part, name)).toList());
    }

    private String part(CronField.Part part, IntFunction<String> name) {
        if (part.isSingle()) {
            return name.apply(part.first());
        }
        String range = texts.get("cron.range", name.apply(part.first()), name.apply(part.last()));
        return part.step() == 1 ? range : texts.get("cron.range-step", range, part.step());
    }

    private String and(List<String> values) {
        if (values.size() == 1) {
            return values.get(0);
        }
        return texts.get("cron.and", String.join(texts.get("cron.comma"), values.subList(0, values.size() - 1)),
                values.get(values.size() - 1));
    }

    /** Returns the days, months and years, in the order of the language; none for every day. */
    private Optional<List<String>> date(String[] fields) {
        Optional<String> days = days(fields[3], fields[5]);
        Optional<String> months = CronField.parse(fields[4], 1, Month.values().length, MONTHS).map(this::months);
        Optional<String> years = CronField.parse(fields.length > 6 ? fields[6] : "*", FIRST_YEAR, LAST_YEAR, Map.of())
                .map(this::years);
        if (days.isEmpty() || months.isEmpty() || years.isEmpty()) {
            return Optional.empty();
        }
        List<String> parts = new ArrayList<>(List.of(days.get(), months.get(), years.get()));
        if (texts.get("cron.order").equals("down")) {
            Collections.reverse(parts);
        }
        parts.removeIf(String::isEmpty);
        return Optional.of(parts);
    }

    private Optional<String> days(String ofMonth, String ofWeek) {
        return ofWeek.equals("?") || ofWeek.equals("*") ? daysOfMonth(ofMonth) : daysOfWeek(ofWeek);
    }

    private Optional<String> daysOfMonth(String text) {
        Matcher before = BEFORE_LAST.matcher(text);
        Matcher nearest = NEAREST_WEEKDAY.matcher(text);
        if (text.equals("L")) {
            return Optional.of(texts.get("cron.day.last"));
        } else if (text.equals("LW") || text.equals("WL")) {
            return Optional.of(texts.get("cron.day.last-weekday"));
        } else if (before.matches()) {
            return Optional.of(texts.get("cron.day.before-last", Integer.valueOf(before.group(1))));
        } else if (nearest.matches()) {
            return Optional.of(texts.get("cron.day.nearest-weekday", Integer.valueOf(nearest.group(1))));
        }
        return CronField.parse(text, 1, LAST_DAY, Map.of()).map(field -> {
            if (field.isAny()) {
                return "";
            }
            return field.steps().map(part -> texts.get("cron.day.every", part.step(), part.first()))
                    .orElseGet(() -> texts.get("cron.day.on", parts(field, String::valueOf)));
        });
    }

    private Optional<String> daysOfWeek(String text) {
        Matcher last = LAST_DAY_OF_WEEK.matcher(text);
        Matcher nth = NTH_DAY_OF_WEEK.matcher(text);
        if (text.equals("L")) {
            return Optional.of(texts.get("cron.week.on", day(DAYS.get("SAT"))));
        } else if (last.matches()) {
            return dayNumber(last.group(1)).map(day -> texts.get("cron.week.last", day(day)));
        } else if (nth.matches()) {
            return dayNumber(nth.group(1)).map(day ->
                    texts.get("cron.week.nth", texts.get("cron.nth." + nth.group(2)), day(day)));
        }
        return CronField.parse(text, 1, DAYS.size(), DAYS).map(field -> texts.get("cron.week.on", parts(field, this::day)));
    }

    private static Optional<Integer> dayNumber(String text) {
        return Character.isDigit(text.charAt(0)) ? Optional.of(Integer.valueOf(text)) : Optional.ofNullable(DAYS.get(text));
    }

    /** Quartz counts from Sunday, which is 1. */
    private String day(int number) {
        DayOfWeek day = number == 1 ? DayOfWeek.SUNDAY : DayOfWeek.of(number - 1);
        return day.getDisplayName(TextStyle.FULL, texts.locale());
    }

    private String months(CronField field) {
        if (field.isAny()) {
            return "";
        }
        return field.steps().map(part -> texts.get("cron.month.every", part.step(), month(part.first())))
                .orElseGet(() -> texts.get("cron.month.on", parts(field, this::month)));
    }

    private String month(int number) {
        return Month.of(number).getDisplayName(TextStyle.FULL, texts.locale());
    }

    private String years(CronField field) {
        if (field.isAny()) {
            return "";
        }
        return field.steps().map(part -> texts.get("cron.year.every", part.step(), String.valueOf(part.first())))
                .orElseGet(() -> texts.get("cron.year.on", parts(field, String::valueOf)));
    }
}
