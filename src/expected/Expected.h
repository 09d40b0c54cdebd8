// SPDX-License-Identifier: GPL-3.0-or-later
//
// Expected<T, E>: a value, or an error that says why there is none. The interface is std::expected's (C++23),
// which GCC 12 does not offer in C++20; the implementation is tl::expected (Debian: libexpected-dev). A move
// to C++23 changes only this header.
#pragma once

#include <tl/expected.hpp>

namespace manometer {

template<typename T, typename E>
using Expected = tl::expected<T, E>;

// A class, not an alias: clang before 19 does not deduce template arguments through an alias.
template<typename E>
class Unexpected : public tl::unexpected<E>
{
public:
    using tl::unexpected<E>::unexpected;
};
template<typename E>
Unexpected(E) -> Unexpected<E>;

} // namespace manometer
