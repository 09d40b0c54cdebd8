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
    // To find the program and its libraries, and the folder for temporary files; and the time zone in which
    // exiftool prints the times of files and of some videos.
    constexpr const char *allowed[] = {"PATH", "HOME", "LD_LIBRARY_PATH", "TMPDIR", "TZ", "TZDIR"};
    QProcessEnvironment environment;
    for (const char *name : allowed)
        if (qEnvironmentVariableIsSet(name))
            environment.insert(QString::fromLatin1(name), QFile::decodeName(qgetenv(name)));
    environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8"));
    // Perl's hash order is random by default, and exiftool's order of tags, sometimes its choice among them,
    // depends on it (perlrun).
    environment.insert(QStringLiteral("PERL_HASH_SEED"), QStringLiteral("0"));
    environment.insert(QStringLiteral("PERL_PERTURB_KEYS"), QStringLiteral("0"));
    return environment;
}

void confineChild(std::uint64_t addressSpaceBytes)
{
    ::setpgid(0, 0); // so that its own children can be killed with it
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
    const rlimit space{addressSpaceBytes, addressSpaceBytes};
    ::setrlimit(RLIMIT_AS, &space);
    const rlimit noCore{0, 0};
    ::setrlimit(RLIMIT_CORE, &noCore);
    // Filling a cache has lower priority than other work.
    [[maybe_unused]] const int niceness = ::nice(5);
}

} // namespace manometer::extract
