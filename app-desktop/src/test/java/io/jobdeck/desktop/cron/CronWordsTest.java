package io.jobdeck.desktop.cron;

import static org.assertj.core.api.Assertions.assertThat;

import io.jobdeck.desktop.text.Language;
import io.jobdeck.desktop.text.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CronWordsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "* * * * * ?             | Every second                                             | 每秒",
            "0/5 * * * * ?           | Every 5 seconds                                          | 每 5 秒",
            "0 * * * * ?             | Every minute                                             | 每分钟",
            "0 0/5 * * * ?           | Every 5 minutes                                          | 每 5 分钟",
            "0 3/10 * * * ?          | Every 10 minutes from minute 3 of the hour               | 每小时从第 3 分起每 10 分钟",
            "30 0/5 * * * ?          | At second 30 of the minute, every 5 minutes              | 每分钟第 30 秒，每 5 分钟",
            "0 0 * * * ?             | At minute 0 of the hour                                  | 每小时第 0 分",
            "0 0 3 * * ?             | Every day at 03:00                                       | 每天 03:00 触发",
            "0 0 8,12,18 * * ?       | Every day at 08:00, 12:00 and 18:00                      | 每天 08:00、12:00和18:00 触发",
            "5 0 3 * * ?             | Every day at 03:00:05                                    | 每天 03:00:05 触发",
            "0 0/30 8-18 ? * MON-FRI | Every 30 minutes, from 08:00 to 18:59, on Monday to Friday | 星期一至星期五，每 30 分钟，08:00 至 18:59 之间",
            "0 15 10 L * ?           | At 10:15, on the last day of the month                   | 每月最后一天，10:15 触发",
            "0 15 10 L-3 * ?         | At 10:15, 3 days before the last day of the month        | 每月最后一天之前 3 天，10:15 触发",
            "0 15 10 LW * ?          | At 10:15, on the last working day of the month           | 每月最后一个工作日，10:15 触发",
            "0 15 10 15W * ?         | At 10:15, on the working day nearest to day 15 of the month | 每月最接近 15 日的工作日，10:15 触发",
            "0 15 10 ? * 6L          | At 10:15, on the last Friday of the month                | 每月最后一个星期五，10:15 触发",
            "0 15 10 ? * FRI#3       | At 10:15, on the third Friday of the month               | 每月第三个星期五，10:15 触发",
            "0 0 0 1 JAN,JUL ?       | At 00:00, on day 1 of the month, in January and July     | 一月和七月，每月 1 日，00:00 触发",
            "0 0 12 1/5 * ?          | At 12:00, every 5 days from day 1 of the month           | 每月从 1 日起每 5 天，12:00 触发",
            "0 0 0 1 1 ? 2027        | At 00:00, on day 1 of the month, in January, in 2027     | 2027 年，一月，每月 1 日，00:00 触发"})
    void saysWhenItFires(String cron, String english, String chinese) {
        assertThat(new CronWords(new Texts(Language.ENGLISH)).describe(cron)).contains(english);
        assertThat(new CronWords(new Texts(Language.SIMPLIFIED_CHINESE)).describe(cron)).contains(chinese);
    }

    @Test
    void saysNothingOfWhatIsNoCron() {
        assertThat(new CronWords(new Texts(Language.ENGLISH)).describe("every day")).isEmpty();
        assertThat(new CronWords(new Texts(Language.ENGLISH)).describe("")).isEmpty();
    }
}
