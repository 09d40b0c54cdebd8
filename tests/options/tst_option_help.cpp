// SPDX-License-Identifier: GPL-3.0-or-later
#include "options/Descriptions.h"
#include "support/TestMain.h"

#include <QTest>

#include <array>

using namespace manometer::options;

namespace {

using Value = Row::Value;

constexpr std::array sizes{Word{"small", "a handful"}, Word{"large", "a sack"}};
constexpr std::array sowRows{
    Row{.name = "size", .value = Value::Word, .valueName = "SIZE", .text = "How much:", .words = sizes},
    Row{.name = "a-name-that-is-longer-than-its-column",
        .value = Value::Text,
        .valueName = "X",
        .text = "A text that is so long that it needs more than one line of the terminal it is shown in.",
        .standard = "none"}};
constexpr std::array commands{
    Command{.name = "sow",
            .text = "Sow a field.",
            .operands = {.synopsis = "FIELD...", .kind = Value::Folder, .least = 1, .most = anyNumber},
            .options = sowRows}};

Program farmer()
{
    return {.name = "farmer",
            .text = "Grows things.",
            .options = {Row{.name = "help", .letter = 'h', .text = "Show this help."}},
            .commands = commands};
}

} // namespace

class TestOptionHelp : public QObject
{
    Q_OBJECT
private slots:
    void theProgramsHelpListsCommandsAndOptions()
    {
        QCOMPARE(QByteArray::fromStdString(help(farmer())), QByteArray("Usage: farmer COMMAND [OPTION]...\n"
                                                                       "Grows things.\n"
                                                                       "\n"
                                                                       "Commands:\n"
                                                                       "  sow  Sow a field.\n"
                                                                       "\n"
                                                                       "Options:\n"
                                                                       "  -h, --help  Show this help.\n"));
    }

    void aCommandsHelpHasItsOptionsAndTheirWords()
    {
        QCOMPARE(QByteArray::fromStdString(help(farmer(), commands[0])),
                 QByteArray("Usage: farmer sow [OPTION]... FIELD...\n"
                            "Sow a field.\n"
                            "\n"
                            "Options:\n"
                            "  --size SIZE                 How much:\n"
                            "      small                   a handful\n"
                            "      large                   a sack\n"
                            "  --a-name-that-is-longer-than-its-column X\n"
                            "                              A text that is so long that it needs more than\n"
                            "                              one line of the terminal it is shown in. Without\n"
                            "                              it: none.\n"
                            "\n"
                            "Options of all commands:\n"
                            "  -h, --help  Show this help.\n"));
    }

    void theManualHasEveryCommand()
    {
        const std::string page =
            manualPage(farmer(), ".TH X 1 \"\" \"@VERSION@\"\n@COMMANDS@\n@OPTIONS@\n", "1.2.3");
        QVERIFY(page.find("1.2.3") != std::string::npos);
        QVERIFY(page.find(".BI sow \" FIELD...\"\nSow a field.\n") != std::string::npos);
        QVERIFY(page.find("\\-\\-size") != std::string::npos);
        QVERIFY(page.find('@') == std::string::npos);
    }
};

MANOMETER_TEST(None, TestOptionHelp)
#include "tst_option_help.moc"
