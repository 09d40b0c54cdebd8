// SPDX-License-Identifier: GPL-3.0-or-later
//
// Tests the generated manual page and completions with man, bash, zsh and fish themselves. If one is not
// installed (installer/packages-test.txt), its test is skipped.
#include "app/OptionDescriptions.h"
#include "app/OptionTable.h"
#include "support/Files.h"
#include "support/TestMain.h"

#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTest>

using namespace manometer;
using namespace manometer::app;

namespace {

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
QByteArray pageOf(Program program)
{
    QFile file(QStringLiteral(PAGES "/%1.1.in").arg(QLatin1StringView(nameOf(program))));
    return file.open(QIODevice::ReadOnly) ? manualPage(program, file.readAll(), "1.2.3") : QByteArray();
}

} // namespace

Q_DECLARE_METATYPE(Program)

class TestOptionDescriptions : public QObject
{
    Q_OBJECT

    // The completions that bash offers for the last of `words`.
    QByteArrayList offeredByBash(const QByteArrayList &words) const
    {
        const Program program =
            words.constFirst() == nameOf(Program::Daemon) ? Program::Daemon : Program::Window;
        QByteArray script = bashCompletion(program) + "COMP_WORDS=(";
        for (const QByteArray &word : words)
            script += '\'' + word + "' ";
        script += ")\nCOMP_CWORD=" + QByteArray::number(words.size() - 1) + "\n_" + words.constFirst() +
                  "\nprintf '%s\\n' \"${COMPREPLY[@]}\"\n";
        const Answer answer =
            ask(QStringLiteral("bash"), {QStringLiteral("-c"), QString::fromUtf8(script)}, m_folder.path());
        return answer.output.trimmed().split('\n');
    }

    static void addPrograms()
    {
        QTest::addColumn<Program>("program");
        for (const Program program : {Program::Window, Program::Daemon})
            QTest::newRow(nameOf(program)) << program;
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
        QFETCH(const Program, program);
        const QByteArray page = pageOf(program);
        QVERIFY(page.contains("Manometer 1.2.3"));
        QVERIFY(!page.contains('@'));
        for (const OptionRow &row : optionTable(program)) {
            const QByteArray name = QByteArray(row.name.data(), row.name.size()).replace('-', "\\-");
            QVERIFY2(page.contains("\\-\\-" + name), row.name.data());
            for (const OptionWord &each : row.words)
                QVERIFY2(page.contains(QByteArray(each.word).replace('-', "\\-")), each.word);
        }
    }

    void manReadsTheManualPageWithoutAWarning_data() { addPrograms(); }
    void manReadsTheManualPageWithoutAWarning()
    {
        QFETCH(const Program, program);
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
        QVERIFY(answer.output.contains("--exit-after"));
        QCOMPARE(answer.output.contains("ELEVATED"), program == Program::Window); // a table

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
        row("options by their beginning", {"manometer", "--ex"}, {"--export-samples", "--exit-after"});
        row("presets", {"manometer", "--preset", "s"}, {"small-host", "server"});
        row("languages", {"manometer", "--language", ""}, {"ar", "de", "en"});
        row("a value after an equals sign", {"manometer", "--preset", "=", "l"}, {"large-host"});
        row("all values after an equals sign", {"manometer", "--language", "="}, {"ar", "de", "en"});
        row("folders for a folder option", {"manometer", "--scan", "a"}, {"a folder"});
        row("nothing for a number option", {"manometer", "--max-entries", ""}, {""});
        row("options of the daemon", {"manometerd", "--ex"}, {"--exit-after"});
        row("options after a value", {"manometer", "--scan", "/", "--ver"}, {"--version"});
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
                                  zshCompletion(Program::Window);
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

    void fishOffersMatchingWords()
    {
        if (!isInstalled("fish"))
            QSKIP("fish is not installed");
        const auto offered = [this](const QByteArray &line) {
            const QByteArray script = fishCompletion(Program::Window) + "complete -C '" + line + "'\n";
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
    }

private:
    test::Folder m_folder;
};

MANOMETER_TEST(Core, TestOptionDescriptions)
#include "tst_option_descriptions.moc"
