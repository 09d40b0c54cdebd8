// SPDX-License-Identifier: GPL-3.0-or-later
//
// Tests the generated manual page and completions with man, bash, zsh and fish themselves. If one is not
// installed (installer/packages-test.txt), its test is skipped.
#include "app/OptionTable.h"
#include "ctl/CommandTable.h"
#include "options/Descriptions.h"
#include "support/Files.h"
#include "support/TestMain.h"

#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTest>

using namespace manometer;
using options::bashCompletion;
using options::fishCompletion;
using options::manualPage;
using options::Program;
using options::zshCompletion;

namespace {

const QList<Program> &programs()
{
    static const QList<Program> all{app::describedProgram(app::Program::Window),
                                    app::describedProgram(app::Program::Daemon), ctl::program()};
    return all;
}

const Program &named(std::string_view name)
{
    return *std::find_if(programs().begin(), programs().end(),
                         [name](const Program &each) { return each.name == name; });
}

QByteArray bytes(std::string_view text)
{
    return {text.data(), static_cast<qsizetype>(text.size())};
}

struct Answer
{
    int exitCode = -1;
    QByteArray output;
    QByteArray errors;
};

Answer ask(const QString &program, const QStringList &arguments, const QString &folder = {})
{
    QProcess process;
    process.setWorkingDirectory(folder);
    process.start(program, arguments);
    if (!process.waitForFinished(20'000))
        process.kill();
    return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1,
            process.readAllStandardOutput(), process.readAllStandardError()};
}

bool isInstalled(const char *program)
{
    return !QStandardPaths::findExecutable(QString::fromLatin1(program)).isEmpty();
}

// The manual page of the program, as built.
QByteArray pageOf(const Program &program)
{
    QFile file(QStringLiteral(PAGES "/%1.1.in").arg(app::latin1(program.name)));
    return file.open(QIODevice::ReadOnly) ? bytes(manualPage(program, file.readAll().toStdString(), "1.2.3"))
                                          : QByteArray();
}

QByteArray roffName(std::string_view name)
{
    return bytes(name).replace('-', "\\-");
}

} // namespace

class TestOptionDescriptions : public QObject
{
    Q_OBJECT

    // The completions that bash offers for the last of `words`.
    QByteArrayList offeredByBash(const QByteArrayList &words) const
    {
        const Program &program = named(words.constFirst().toStdString());
        QByteArray script = bytes(bashCompletion(program)) + "COMP_WORDS=(";
        for (const QByteArray &word : words)
            script += '\'' + word + "' ";
        script += ")\nCOMP_CWORD=" + QByteArray::number(words.size() - 1) + "\n_" + words.constFirst() +
                  "\nprintf '%s\\n' \"${COMPREPLY[@]}\"\n";
        const Answer answer =
            ask(QStringLiteral("bash"), {QStringLiteral("-c"), QString::fromUtf8(script)}, m_folder.path());
        return answer.output.trimmed().split('\n');
    }

    static QByteArrayList allOfCtl()
    {
        QByteArrayList all;
        const Program &program = named("manometerctl");
        for (const options::Row &row : program.options)
            all += "--" + bytes(row.name);
        for (const options::Command &command : program.commands)
            all += bytes(command.name);
        return all;
    }

    static void addPrograms()
    {
        QTest::addColumn<int>("number");
        for (int i = 0; i < programs().size(); ++i)
            QTest::newRow(programs()[i].name.data()) << i;
    }

private slots:
    void initTestCase()
    {
        QVERIFY(test::writeFile(QFile::encodeName(m_folder.path()) + "/a file.csv", ""));
        QVERIFY(QDir(m_folder.path()).mkdir(QStringLiteral("a folder")));
    }

    void theManualPageNamesEveryOption_data() { addPrograms(); }
    void theManualPageNamesEveryOption()
    {
        QFETCH(const int, number);
        const Program &program = programs()[number];
        const QByteArray page = pageOf(program);
        QVERIFY(page.contains("Manometer 1.2.3"));
        QVERIFY(!page.contains('@'));
        const auto verifyRows = [&page](std::span<const options::Row> rows) {
            for (const options::Row &row : rows) {
                QVERIFY2(page.contains("\\-\\-" + roffName(row.name)), row.name.data());
                for (const options::Word &each : row.words)
                    QVERIFY2(page.contains(roffName(each.word)), each.word);
            }
        };
        verifyRows(program.options);
        for (const options::Command &command : program.commands) {
            QVERIFY2(page.contains(".BI " + roffName(command.name)), command.name.data());
            verifyRows(command.options);
        }
    }

    void manReadsTheManualPageWithoutAWarning_data() { addPrograms(); }
    void manReadsTheManualPageWithoutAWarning()
    {
        QFETCH(const int, number);
        const Program &program = programs()[number];
        if (!isInstalled("man"))
            QSKIP("man is not installed");
        const QString page = m_folder.filePath(QStringLiteral("manometer.1"));
        QVERIFY(test::writeFile(QFile::encodeName(page), pageOf(program)));
        const QStringList arguments{QStringLiteral("--warnings"),
                                    QStringLiteral("-E"),
                                    QStringLiteral("UTF-8"),
                                    QStringLiteral("-l"),
                                    QStringLiteral("-P"),
                                    QStringLiteral("cat"),
                                    page};
        const Answer answer = ask(QStringLiteral("man"), arguments);
        QCOMPARE(answer.exitCode, 0);
        QCOMPARE(answer.errors, QByteArray());
        QVERIFY(answer.output.contains(program.commands.empty() ? "--exit-after" : "--files0-from"));
        if (program.name != "manometerctl")
            QCOMPARE(answer.output.contains("ELEVATED"), program.name == "manometer"); // a table

        // Counter-check: man does report a warning.
        QVERIFY(test::writeFile(QFile::encodeName(page), ".TH X 1\n.SH NAME\n\\*[nothing]\n"));
        QVERIFY(!ask(QStringLiteral("man"), arguments).errors.isEmpty());
    }

    void bashOffersMatchingWords_data()
    {
        QTest::addColumn<QByteArrayList>("words");
        QTest::addColumn<QByteArrayList>("offered");
        const auto row = [](const char *name, const QByteArrayList &words, const QByteArrayList &offered) {
            QTest::newRow(name) << words << offered;
        };
        row("options by their beginning", {"manometer", "--ex"},
            {"--export-samples", "--exit-when-scanned", "--exit-after"});
        row("presets", {"manometer", "--preset", "s"}, {"small-host", "server"});
        row("languages", {"manometer", "--language", ""}, {"ar", "de", "en"});
        row("a value after an equals sign", {"manometer", "--preset", "=", "l"}, {"large-host"});
        row("all values after an equals sign", {"manometer", "--language", "="}, {"ar", "de", "en"});
        row("folders for a folder option", {"manometer", "--scan", "a"}, {"a folder"});
        row("words and files for an option that takes both", {"manometer", "--rehearse", "r"}, {"ramp"});
        row("the files of such an option", {"manometer", "--rehearse", "a fi"}, {"a file.csv"});
        row("nothing for a number option", {"manometer", "--max-entries", ""}, {""});
        row("options of the daemon", {"manometerd", "--ex"}, {"--exit-when-scanned", "--exit-after"});
        row("options after a value", {"manometer", "--scan", "/", "--ver"}, {"--version"});
        row("commands", {"manometerctl", "sta"}, {"status", "stats"});
        row("commands and options", {"manometerctl", ""}, allOfCtl());
        row("commands after an option with a value", {"manometerctl", "--connect", "x", "ev"}, {"events"});
        row("commands after an equals sign", {"manometerctl", "--connect", "=", "x", "ev"}, {"events"});
        row("a command's options", {"manometerctl", "status", "--ex"}, {"--exit-level"});
        row("no other command's options", {"manometerctl", "status", "--wai"}, {""});
        row("common options after a command", {"manometerctl", "status", "--js"}, {"--json"});
        row("an option's words", {"manometerctl", "entries", "--sort", "h"}, {"hits"});
        row("a command's words", {"manometerctl", "preset", ""}, {"list", "apply", "save", "rm"});
        row("nothing after a command's word", {"manometerctl", "preset", "apply", ""}, {""});
        row("folders for a command", {"manometerctl", "scan", "a"}, {"a folder"});
    }
    void bashOffersMatchingWords()
    {
        QFETCH(QByteArrayList, words);
        QFETCH(QByteArrayList, offered);
        QCOMPARE(offeredByBash(words), offered);
    }

    void bashOffersFilesForAFileOption()
    {
        auto offered = offeredByBash({"manometer", "--screenshot", "a"});
        std::sort(offered.begin(), offered.end());
        QCOMPARE(offered, (QByteArrayList{"a file.csv", "a folder"}));
    }

    void zshReadsItsCompletion()
    {
        if (!isInstalled("zsh"))
            QSKIP("zsh is not installed");
        // A stub for _arguments prints what it gets, after zsh has parsed the script.
        const QByteArray script = "autoload -U compinit && compinit -u -d \"$1/dump\"\n"
                                  "_arguments() { for each in \"$@\"; do print -r -- \"$each\"; done }\n" +
                                  bytes(zshCompletion(named("manometer")));
        const Answer answer =
            ask(QStringLiteral("zsh"), {QStringLiteral("-f"), QStringLiteral("-c"), QString::fromUtf8(script),
                                        QStringLiteral("zsh"), m_folder.path()});
        QCOMPARE(answer.errors, QByteArray());
        QCOMPARE(answer.exitCode, 0);
        QVERIFY2(answer.output.contains("(-h --help)-h[Show this help]"), answer.output);
        QVERIFY2(
            answer.output.contains("--scan=[At start, read the metadata of all files in DIR]:DIR:_files -/"),
            answer.output);
        QVERIFY2(answer.output.contains("\n--language=["), answer.output);
        QVERIFY2(answer.output.contains("de\\:\"Deutsch\""), answer.output);
    }

    void zshReadsACommandsCompletion()
    {
        if (!isInstalled("zsh"))
            QSKIP("zsh is not installed");
        // A stub for _arguments prints what it gets, and leads to the command's branch.
        const QByteArray script =
            "autoload -U compinit && compinit -u -d \"$1/dump\"\n"
            "_arguments() { for each in \"$@\"; do print -r -- \"$each\"; done; state=argument; }\n"
            "complete_it() { local -a words; words=(scan)\n" +
            bytes(zshCompletion(named("manometerctl"))) + "}\ncomplete_it\n";
        const Answer answer =
            ask(QStringLiteral("zsh"), {QStringLiteral("-f"), QStringLiteral("-c"), QString::fromUtf8(script),
                                        QStringLiteral("zsh"), m_folder.path()});
        QCOMPARE(answer.errors, QByteArray());
        QVERIFY2(answer.output.contains("\n1:command:((status\\:"), answer.output);
        QVERIFY2(answer.output.contains("\n--wait[Wait for the end of the scan."), answer.output);
        QVERIFY2(answer.output.contains("\n1:\\[DIR\\]:_files -/\n"), answer.output);
        QVERIFY2(!answer.output.contains("--exit-level"), answer.output);
    }

    void fishOffersMatchingWords()
    {
        if (!isInstalled("fish"))
            QSKIP("fish is not installed");
        const auto offered = [this](const QByteArray &line) {
            const Program &program = named(line.left(line.indexOf(' ')).toStdString());
            const QByteArray script = bytes(fishCompletion(program)) + "complete -C '" + line + "'\n";
            qputenv("XDG_CONFIG_HOME", QFile::encodeName(m_folder.path()));
            qputenv("XDG_DATA_HOME", QFile::encodeName(m_folder.path()));
            const Answer answer =
                ask(QStringLiteral("fish"),
                    {QStringLiteral("--no-config"), QStringLiteral("-c"), QString::fromUtf8(script)});
            return answer.output + answer.errors;
        };
        // fish 4 also offers substring matches: --overwrite for --ver.
        QCOMPARE(offered("manometer --versi"), QByteArray("--version\tShow the version\n"));
        QCOMPARE(offered("manometer --preset sm"),
                 QByteArray("small-host\t100 entries, 50 MiB: under 4 GiB of memory\n"));
        QCOMPARE(offered("manometer --language d"), QByteArray("de\tDeutsch\n"));
        QCOMPARE(offered("manometer --max-entries "), QByteArray());
        QCOMPARE(offered("manometerctl hist"),
                 QByteArray("history\tShow the latest samples of memory use\n"));
        QCOMPARE(offered("manometerctl export sa"),
                 QByteArray("samples\tthe recorded samples of memory use\n"));
        QCOMPARE(offered("manometerctl clear --ye"),
                 QByteArray("--yes\tDo not ask. Necessary without a terminal\n"));
        QCOMPARE(offered("manometerctl status --ye"), QByteArray());
    }

private:
    test::Folder m_folder;
};

MANOMETER_TEST(Core, TestOptionDescriptions)
#include "tst_option_descriptions.moc"
