// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/ReaderConfinement.h"

#include <QFile>

#include <csignal>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

namespace manometer::extract {

QProcessEnvironment readerEnvironment()
{
    // What finds the program and what it is linked with, and where it may put temporary files; the zone in
    // which exiftool gives the times of files and of some videos.
    constexpr const char *allowed[] = {"PATH", "HOME", "LD_LIBRARY_PATH", "TMPDIR", "TZ", "TZDIR"};
    QProcessEnvironment environment;
    for (const char *name : allowed)
        if (qEnvironmentVariableIsSet(name))
            environment.insert(QString::fromLatin1(name), QFile::decodeName(qgetenv(name)));
    environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8"));
    // Perl orders hashes by chance, and exiftool's order of tags, here and there its choice among them,
    // follows (perlrun).
    environment.insert(QStringLiteral("PERL_HASH_SEED"), QStringLiteral("0"));
    environment.insert(QStringLiteral("PERL_PERTURB_KEYS"), QStringLiteral("0"));
    return environment;
}

void confineChild(std::uint64_t addressSpaceBytes)
{
    ::setpgid(0, 0); // what it starts itself is killed with it
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
    const rlimit space{addressSpaceBytes, addressSpaceBytes};
    ::setrlimit(RLIMIT_AS, &space);
    const rlimit noCore{0, 0};
    ::setrlimit(RLIMIT_CORE, &noCore);
    // Filling a cache matters less than what else the machine does.
    [[maybe_unused]] const int niceness = ::nice(5);
}

} // namespace manometer::extract
