// SPDX-License-Identifier: GPL-3.0-or-later
//
// The choice among several mounts of a control group hierarchy.
#include "pressure/source/CgroupPlace.h"
#include "support/TestMain.h"

#include <QTest>

using namespace manometer::pressure;

namespace {

const QByteArray sysfs = "24 20 0:22 / /sys rw - sysfs sysfs rw\n";

} // namespace

class TestCgroupPlace : public QObject
{
    Q_OBJECT
private slots:
    void theMountThatShowsOurGroupIsChosen_data()
    {
        QTest::addColumn<QByteArray>("group");
        QTest::addColumn<QList<QByteArray>>("mounts"); // 'id parent root folder'
        QTest::addColumn<QByteArray>("levels");        // below the fake /sys
        const auto row = [](const char *what, const char *group, const QList<QByteArray> &mounts,
                            const char *levels) {
            QTest::newRow(what) << QByteArray(group) << mounts << QByteArray(levels);
        };
        const QByteArray ours = "30 24 / /sys/fs/cgroup";
        const QByteArray outer = "31 24 /../../.. /sys/fs/outer";
        row("one mount", "/a/b", {ours}, "/fs/cgroup/a/b /fs/cgroup/a /fs/cgroup");
        row("a later mount from above our namespace", "/", {ours, outer}, "/fs/cgroup");
        row("an earlier mount from above our namespace", "/", {outer, ours}, "/fs/cgroup");
        row("a mount from above our namespace, and a group below ours", "/a", {ours, outer},
            "/fs/cgroup/a /fs/cgroup");
        row("only a mount from above our namespace: its root is an ancestor", "/a", {outer}, "/fs/outer");
        row("two mounts from above our namespace: the nearer root", "/a",
            {outer, "32 24 /.. /sys/fs/near", "33 24 /../.. /sys/fs/far"}, "/fs/near");
        row("our group is outside our namespace, and a mount from above shows it", "/../x/y",
            {ours, "31 24 /.. /sys/fs/outer"}, "/fs/outer/x/y /fs/outer/x /fs/outer");
        row("our group is outside our namespace, and no mount shows it", "/../../x",
            {ours, "31 24 /../other /sys/fs/other"}, "/fs/cgroup");
        row("a later bind mount of another group's subtree", "/a/b", {ours, "31 24 /c /sys/fs/other"},
            "/fs/cgroup/a/b /fs/cgroup/a /fs/cgroup");
        row("a later bind mount of a subtree that our group is in", "/a/b", {ours, "31 24 /a /sys/fs/part"},
            "/fs/cgroup/a/b /fs/cgroup/a /fs/cgroup");
        row("an earlier bind mount of a subtree that our group is in", "/a/b",
            {"31 24 /a /sys/fs/part", ours}, "/fs/cgroup/a/b /fs/cgroup/a /fs/cgroup");
        row("only a bind mount of our subtree", "/a/b", {"31 24 /a /sys/fs/part"}, "/fs/part/b /fs/part");
        row("only a bind mount of a group whose name is a prefix of ours", "/abc", {"31 24 /ab /sys/fs/part"},
            "");
        row("only a bind mount of another group", "/a", {"31 24 /c /sys/fs/part"}, "");
        row("a container whose mount has its own group as root", "/docker/3f2a",
            {"31 24 /docker/3f2a /sys/fs/cgroup"}, "/fs/cgroup");
        row("the same, and the whole hierarchy later", "/docker/3f2a",
            {"31 24 /docker/3f2a /sys/fs/cgroup", "32 24 / /sys/fs/all"},
            "/fs/all/docker/3f2a /fs/all/docker /fs/all");
        row("the same mount twice: the first", "/a", {ours, "31 24 / /sys/fs/again"},
            "/fs/cgroup/a /fs/cgroup");
        row("a mount over ours shows another group", "/a",
            {ours, "31 30 /c /sys/fs/cgroup", "32 24 /a /sys/fs/part"}, "/fs/part");
        row("a mount over ours shows fewer of our group's ancestors", "/a/b",
            {ours, "31 30 /a /sys/fs/cgroup"}, "/fs/cgroup/b /fs/cgroup");
        row("a mount over ours hides the hierarchy, which is mounted elsewhere too", "/a/b",
            {ours, "31 30 /a /sys/fs/cgroup", "32 24 / /sys/fs/all"}, "/fs/all/a/b /fs/all/a /fs/all");
        row("two mounts of one parent on one folder: the later is on top", "/a",
            {ours, "31 24 /a /sys/fs/cgroup"}, "/fs/cgroup");
        row("a mount over a folder above ours", "/a",
            {"30 24 / /sys/fs/cgroup/unified", "31 24 /c /sys/fs/cgroup", "32 24 /a /sys/fs/part"},
            "/fs/part");
        row("a mount below ours hides no part of it", "/a", {ours, "31 30 / /sys/fs/cgroup/a/deep"},
            "/fs/cgroup/a /fs/cgroup");
        row("a mount on a folder whose name begins with ours", "/a", {ours, "31 24 /c /sys/fs/cgroup2"},
            "/fs/cgroup/a /fs/cgroup");
        row("blanks and backslashes, escaped in the table but not in the group", "/a b\\c/d",
            {"31 24 /a\\040b\\134c /sys/fs/my\\040\\134groups"}, "/fs/my%20\\groups/d /fs/my%20\\groups");
        row("a group whose name begins with two dots", "/..a", {ours}, "/fs/cgroup/..a /fs/cgroup");
        row("mounts outside /sys, which the fixture lacks", "/a",
            {"31 20 / /mnt/cgroup", "32 24 /a /sys/fs/part"}, "/fs/part");
        row("parents that form a cycle", "/a", {"30 31 / /sys/fs/cgroup", "31 30 / /sys/fs/x"},
            "/fs/cgroup/a /fs/cgroup");
        row("a mount that is its own parent", "/a", {"30 30 / /sys/fs/cgroup"}, "/fs/cgroup/a /fs/cgroup");
    }
    void theMountThatShowsOurGroupIsChosen()
    {
        QFETCH(QByteArray, group);
        QFETCH(QList<QByteArray>, mounts);
        QFETCH(QByteArray, levels);
        std::vector<std::string> expected;
        for (const QByteArray &level : levels.split(' '))
            if (!level.isEmpty())
                expected.push_back("/fake" + QByteArray::fromPercentEncoding(level).toStdString());
        for (const auto version : {CgroupVersion::V2, CgroupVersion::V1}) {
            const bool unified = version == CgroupVersion::V2;
            QByteArray table = sysfs;
            for (const QByteArray &mount : mounts) {
                const auto fields = mount.split(' ');
                table += fields[0] + ' ' + fields[1] + " 0:29 " + fields[2] + ' ' + fields[3] +
                         (unified ? " rw - cgroup2 none rw\n" : " rw - cgroup none rw,cpu,memory\n");
            }
            const QByteArray membership = (unified ? "0::" : "5:memory,cpu:") + group + '\n';
            const auto place = parseCgroupPlace(membership.toStdString(), table.toStdString(), "/fake");
            QCOMPARE(place.levels, expected);
            QCOMPARE(place.version, expected.empty() ? CgroupVersion::None : version);
            QCOMPARE(place.stallFolder, unified && !expected.empty() ? expected.front() : std::string());
        }
    }

    void theParentsDecideWhatCoversAMount_data()
    {
        QTest::addColumn<QByteArray>("table");
        QTest::addColumn<QByteArray>("folder");
        const QByteArray ours = "30 24 0:29 / /sys/fs/cgroup rw - cgroup2 none rw\n";
        QTest::newRow("the root is mounted last, and /sys moved onto it")
            << "24 40 0:22 / /sys rw - sysfs none rw\n" + ours + "40 1 8:1 / / rw - ext4 none rw\n"
            << QByteArray("/fs/cgroup");
        QTest::newRow("another file system over /sys")
            << sysfs + ours + "41 24 0:50 / /sys rw - tmpfs none rw\n"
            << QByteArray();
        QTest::newRow("another file system over /sys/fs")
            << sysfs + ours + "41 24 0:50 / /sys/fs rw - tmpfs none rw\n"
            << QByteArray();
        QTest::newRow("another /sys, which has a mount of its own")
            << sysfs + ours + "41 24 0:50 / /sys rw - sysfs none rw\n" +
                   "42 41 0:29 / /sys/mine rw - cgroup2 none rw\n"
            << QByteArray("/mine");
    }
    void theParentsDecideWhatCoversAMount()
    {
        QFETCH(QByteArray, table);
        QFETCH(QByteArray, folder);
        const auto place = parseCgroupPlace("0::/\n", table.toStdString(), "/fake");
        QCOMPARE(place.stallFolder, folder.isEmpty() ? std::string() : "/fake" + folder.toStdString());
    }

    void onARealMachineMountsMayBeAnywhere()
    {
        const auto place =
            parseCgroupPlace("0::/a\n", "31 20 0:29 / /mnt/cgroup rw - cgroup2 none rw\n", "/sys");
        QCOMPARE(place.levels, (std::vector<std::string>{"/mnt/cgroup/a", "/mnt/cgroup"}));
    }
};

MANOMETER_TEST(Core, TestCgroupPlace)
#include "tst_cgroup_place.moc"
