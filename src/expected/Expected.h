// SPDX-License-Identifier: GPL-3.0-or-later
//
// Expected<T, E>: a value or the reason why there is none. The spelling is std::expected's (C++23), which
// GCC 12 does not offer to C++20; the implementation is tl::expected (Debian: libexpected-dev), so that the
// day the project moves to C++23 only this header changes.
#pragma once

#include <tl/expected.hpp>

namespace manometer {

template<typename T, typename E>
using Expected = tl::expected<T, E>;

// A class of its own, not an alias: clang before 19 deduces no argument through an alias.
template<typename E>
class Unexpected : public tl::unexpected<E>
{
public:
    using tl::unexpected<E>::unexpected;
};
template<typename E>
Unexpected(E) -> Unexpected<E>;

} // namespace manometer
