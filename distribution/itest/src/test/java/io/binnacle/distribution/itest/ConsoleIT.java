package io.binnacle.distribution.itest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.binnacle.platform.testkit.ApiClient.Response;
import io.binnacle.platform.testkit.TestPlatform;
import java.io.File;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.Select;
import org.openqa.selenium.support.ui.WebDriverWait;

/** The console in a real browser, over demo data. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ConsoleIT {

    private static final List<String> BROWSERS = List.of("/usr/bin/chromium", "/usr/bin/google-chrome");
    private static final List<String> DRIVERS = List.of("/usr/bin/chromedriver");

    @RegisterExtension
    static final TestPlatform platform = new TestPlatform().withDemo();

    @TempDir
    static Path profile;

    private static ChromeDriver browser;

    @BeforeAll
    static void open() {
        ChromeOptions options = new ChromeOptions();
        options.setBinary(present(BROWSERS, "Chromium"));
        options.addArguments(
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--window-size=1400,1400",
                "--user-data-dir=" + profile);
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        options.setCapability("goog:loggingPrefs", logs);
        browser = new ChromeDriver(
                new ChromeDriverService.Builder()
                        .usingDriverExecutable(new File(present(DRIVERS, "chromedriver")))
                        .build(),
                options);
        signIn();
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.quit();
        }
    }

    @BeforeEach
    void on_the_first_page() {
        go("");
    }

    @Test
    void it_shows_roll_up_forecast_and_insights_of_the_demo_data() throws IOException {
        await("[data-view=rollup] tbody tr");
        await("[data-view=forecast] canvas");
        await("[data-view=insights] li");

        String total = platform.admin()
                .get("/api/v1/pipeline/rollup")
                .json()
                .at("/total/openCount")
                .asText();
        assertThat(browser.findElement(By.cssSelector("[data-view=rollup]")).getText())
                .contains(total);
        screenshot("console");
    }

    @Test
    void a_change_shows_up_without_a_reload() {
        await("[data-view=rollup] tbody tr");
        var deal = platform.admin()
                .get("/api/v1/pipeline/opportunities?status=OPEN&limit=1")
                .json()
                .at("/items/0");

        String name = "Live change " + System.nanoTime();
        var answer = platform.admin()
                .patch(
                        "/api/v1/pipeline/opportunities/" + deal.get("id").asText() + "?reason="
                                + name.replace(' ', '-'),
                        deal.get("version").asLong(),
                        "{\"nextStep\": \"" + name + "\"}");
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);

        new WebDriverWait(browser, Duration.ofSeconds(20))
                .until(page -> page.findElement(By.cssSelector("[data-view=feed]"))
                        .getText()
                        .contains(name.replace(' ', '-')));
    }

    @Test
    void a_champion_is_shown_and_rolled_back() {
        var answer = platform.admin().put("/api/v1/forecasting/aliases/console/all", 0, "{\"champion\": \"naive\"}");
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        var patience = new WebDriverWait(browser, Duration.ofSeconds(20));
        patience.until(page -> models().contains("naive@"));

        await("[data-view=models] li button").click();

        patience.until(page -> !models().contains("naive@"));
        assertThat(models()).contains("console · all", "platform’s choice");
    }

    // Another test imports deals of another currency; then somebody has to say which is forecast.
    @Test
    @Order(1)
    void a_forecast_says_what_it_is_made_of_and_what_changed_it() throws IOException {
        LocalDate earlier = LocalDate.now(ZoneOffset.UTC).minusMonths(3);
        read("/api/v1/forecasting/pipeline?model=naive&horizon=6&levels=80,95&currency=EUR&asOf=" + earlier);
        await("[data-view=forecast] canvas");
        choice("Model").selectByValue("theta");
        var patience = new WebDriverWait(browser, Duration.ofSeconds(20));
        patience.until(page -> forecast().contains("theta@"));

        await("[data-view=forecast] .why > summary").click();

        await("[data-view=forecast] [aria-label=Components] canvas");
        choice("Compared with").getOptions().stream()
                .filter(run -> run.getText().startsWith("naive"))
                .findFirst()
                .orElseThrow()
                .click();
        patience.until(page -> forecast().contains("The model was naive"));
        assertThat(browser.findElements(By.cssSelector("[data-driver]")))
                .extracting(row -> row.getAttribute("data-driver"))
                .startsWith("opening")
                .contains("NEW_ACTUALS", "MODEL")
                .endsWith("closing");
        assertThat(sum("opening", "CORRECTED_HISTORY", "NEW_ACTUALS", "MODEL")).isCloseTo(sum("closing"), within(4L));
        browser.executeScript("document.querySelector('[data-view=forecast] .why').scrollIntoView()");
        screenshot("console-explanation");
        browser.executeScript(
                "document.querySelector('[data-view=forecast] [aria-label=Components]').scrollIntoView()");
        screenshot("console-components");
    }

    private static String forecast() {
        return browser.findElement(By.cssSelector("[data-view=forecast]")).getText();
    }

    private static Select choice(String label) {
        return new Select(
                browser.findElement(By.xpath("//section[@data-view='forecast']//label[span='" + label + "']/select")));
    }

    // Each amount is rounded to the unit by itself.
    private static long sum(String... drivers) {
        return Stream.of(drivers)
                .flatMap(driver -> browser.findElements(By.cssSelector("[data-driver=" + driver + "] td")).stream())
                .mapToLong(cell ->
                        Long.parseLong(cell.getText().replace('\u2212', '-').replaceAll("[^0-9-]", "")))
                .sum();
    }

    private static String models() {
        return browser.findElement(By.cssSelector("[data-view=models]")).getText();
    }

    @Test
    void a_champion_is_rolled_back() {
        String aliases = "/api/v1/forecasting/aliases/revenue/all";
        Response chosen = platform.admin()
                .send(
                        "PUT",
                        aliases + "?reason=test",
                        BodyPublishers.ofString("{\"champion\": \"ets\", \"challenger\": \"theta\"}"),
                        Map.of("Content-Type", "application/json"));
        assertThat(chosen.status()).as(chosen.body()).isEqualTo(200);
        browser.navigate().refresh();

        WebElement roll = await("[data-view=models] button");
        assertThat(browser.findElement(By.cssSelector("[data-view=models]")).getText())
                .contains("Champion ets@", "challenger theta@");
        roll.click();

        new WebDriverWait(browser, Duration.ofSeconds(20))
                .until(until -> browser.findElement(By.cssSelector("[data-view=models]"))
                        .getText()
                        .contains("Champion platform’s choice"));
        assertThat(platform.admin().get(aliases).json().has("champion")).isFalse();
    }

    @Test
    void a_step_of_the_waterfall_leads_to_its_deals_by_the_keyboard() throws IOException {
        WebElement step = await("[data-view=waterfall] [data-bucket=new]");
        String count = step.findElement(By.xpath("./ancestor::tr/td[2]")).getText();

        step.sendKeys(Keys.ENTER);

        await("[data-view=waterfall] .bucket tbody tr");
        assertThat(browser.findElements(By.cssSelector("[data-view=waterfall] .bucket tbody tr")))
                .hasSize(Integer.parseInt(count));
        assertThat(browser.findElement(By.cssSelector("[data-view=waterfall] .badge.holds"))
                        .getText())
                .startsWith("✓ Adds up at");
        assertThat(browser.findElements(By.cssSelector("[data-view=waterfall] canvas")))
                .hasSize(1);
        browser.executeScript("document.querySelector('[data-view=waterfall]').scrollIntoView()");
        screenshot("console-waterfall");
        browser.findElement(By.cssSelector("[data-view=waterfall] .bucket button"))
                .sendKeys(Keys.ENTER);
        assertThat(browser.findElements(By.cssSelector("[data-view=waterfall] .bucket")))
                .isEmpty();
    }

    @Test
    void a_ribbon_of_the_flow_leads_to_its_deals_by_the_keyboard() throws IOException {
        await("[data-view=waterfall] tbody tr");
        new Select(browser.findElement(By.cssSelector("[data-view=waterfall] .tools select"))).selectByValue("flow");
        WebElement ribbon = await("[data-view=waterfall] [data-link=new-closing]");
        Matcher deals = Pattern.compile(", (\\d+) deals?$").matcher(ribbon.getAttribute("aria-label"));
        assertThat(deals.find()).isTrue();
        assertThat(browser.findElements(By.cssSelector("[data-view=waterfall] .ribbon")))
                .hasSameSizeAs(read("/api/v1/pipeline/waterfall/flow?from="
                                + LocalDate.now(ZoneOffset.UTC).minusWeeks(4))
                        .get("links"));

        ribbon.sendKeys(Keys.ENTER);

        await("[data-view=waterfall] .bucket tbody tr");
        assertThat(browser.findElement(By.id("bucket-title")).getText()).isEqualTo("New → Closing");
        assertThat(browser.findElements(By.cssSelector("[data-view=waterfall] .bucket tbody tr")))
                .hasSize(Math.min(50, Integer.parseInt(deals.group(1))));
        browser.executeScript("document.querySelector('[data-view=waterfall]').scrollIntoView()");
        screenshot("console-flow");
    }

    @Test
    void the_health_of_the_pipeline_is_seen_and_a_proposal_mends_a_deal() throws IOException {
        go("health");
        await("[data-view=conversion] circle");
        await("[data-view=coverage] .stretch");
        await("[data-view=velocity] dd");
        WebElement accept = await("[data-view=hygiene] .insight button");
        long aged = StreamSupport.stream(read("/api/v1/pipeline/metrics/deals").spliterator(), false)
                .filter(deal -> deal.has("ageing"))
                .count();
        int flaws = read("/api/v1/pipeline/hygiene/flaws").get("total").asInt();
        screenshot("console-health");

        assertThat(browser.findElements(By.cssSelector("[data-view=ageing] circle")))
                .hasSize((int) aged);
        accept.click();

        new WebDriverWait(browser, Duration.ofSeconds(20))
                .until(page ->
                        read("/api/v1/pipeline/hygiene/flaws").get("total").asInt() == flaws - 1);
    }

    @Test
    void files_are_tried_before_they_are_imported(@TempDir Path folder) throws IOException {
        Path teams = Files.writeString(
                folder.resolve("sales_teams.csv"), "sales_agent,manager,regional_office\nIda Imported,Tom,East\n");
        Path products = Files.writeString(folder.resolve("products.csv"), "product,series,sales_price\nGTX,GTX,5\n");
        Path deals = Files.writeString(folder.resolve("sales_pipeline.csv"), """
                opportunity_id,sales_agent,product,account,deal_stage,engage_date,close_date,close_value
                I1,Ida Imported,GTX,,Won,2026-01-10,2026-03-02,4700
                I2,Ida Imported,GTX,,Lost,2026-02-30,2026-04-01,0
                """);
        go("imports");

        await("input[name=files]").sendKeys(teams + "\n" + products + "\n" + deals);
        await("[data-view=dry-run] [aria-label='sales_pipeline.csv']");

        assertThat(browser.findElement(By.cssSelector("[data-view=dry-run]")).getText())
                .contains("UTF-8", "comma", "yyyy-MM-dd", "1 of 2 rows are good", "IMPOSSIBLE_DATE");
        assertThat(browser.findElement(By.cssSelector("[aria-label='sales_pipeline.csv'] .rows tbody tr td"))
                        .getText())
                .isEqualTo("3");
        assertThat(read("/api/v1/pipeline/hierarchy").findValuesAsText("name")).doesNotContain("Ida Imported");
        screenshot("console-imports");

        await("[data-view=import] button.primary:enabled").click();

        await("[data-view=import] .good");
        assertThat(read("/api/v1/pipeline/hierarchy").findValuesAsText("name")).contains("Ida Imported");
    }

    @ParameterizedTest
    @CsvSource({"'', rollup", "health, ageing", "imports, imports"})
    void every_page_fits_a_phone(String page, String view) throws IOException {
        browser.manage().window().setSize(new Dimension(500, 900));
        browser.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                java.util.Map.of("width", 360, "height", 800, "deviceScaleFactor", 1, "mobile", true));
        go(page);
        await("[data-view=" + view + "] :is(tbody tr, circle, input)");

        Long overflow = (Long) browser.executeScript(
                "return document.documentElement.scrollWidth - document.documentElement.clientWidth");
        screenshot("console-phone-" + view);
        browser.executeCdpCommand("Emulation.clearDeviceMetricsOverride", java.util.Map.of());
        browser.manage().window().setSize(new Dimension(1400, 1400));

        assertThat(overflow).isZero();
    }

    @Test
    void the_browser_finds_nothing_to_complain_about() {
        await("[data-view=rollup] tbody tr");

        assertThat(browser.manage().logs().get(LogType.BROWSER).getAll())
                .filteredOn(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue())
                .isEmpty();
    }

    private static void signIn() {
        browser.get(platform.address() + "/");
        WebElement token = await("input[name=token]");
        token.sendKeys(token());
        token.submit();
        await("[data-view=rollup]");
    }

    private static void go(String page) {
        browser.executeScript("location.hash = '#/" + page + "'");
    }

    private static JsonNode read(String path) {
        return platform.admin().get(path).json();
    }

    private static String token() {
        try {
            return Files.readString(platform.data().resolve("admin-token")).strip();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static WebElement await(String selector) {
        return new WebDriverWait(browser, Duration.ofSeconds(30))
                .until(page -> page.findElements(By.cssSelector(selector)).stream()
                        .filter(WebElement::isDisplayed)
                        .findFirst()
                        .orElse(null));
    }

    private static void screenshot(String name) throws IOException {
        Path file = Path.of("target", name + ".png");
        Files.write(file, browser.getScreenshotAs(OutputType.BYTES));
    }

    private static String present(List<String> paths, String what) {
        String found = paths.stream()
                .filter(path -> new File(path).canExecute())
                .findFirst()
                .orElse("");
        assumeTrue(!found.isEmpty(), () -> "skipped: there is no " + what + " here, install it to run browser tests");
        return found;
    }
}
