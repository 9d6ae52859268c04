// libsrtp 3 as mediasoup calls it, on libsrtp 2: version 3 reads from one buffer and writes to another, with sizes;
// version 2 works in place and changes the length. mediasoup's buffers hold the largest packet and its authentication
// tag, as version 2 asks for.
#pragma once

#include <srtp2/srtp.h>

#include <cstddef>
#include <cstdint>
#include <cstring>

namespace hexkey
{
	using InPlace = srtp_err_status_t (*)(srtp_t, void*, int*);

	inline srtp_err_status_t copyAndWork(
	  InPlace work, srtp_t session, const uint8_t* from, size_t length, uint8_t* to, size_t* written)
	{
		if (from != to)
		{
			std::memmove(to, from, length);
		}

		int size = static_cast<int>(length);
		const auto status = work(session, to, &size);

		*written = static_cast<size_t>(size);

		return status;
	}
} // namespace hexkey

// The last number of the protecting calls names a master key; libsrtp 2 takes the one it was given.
static inline srtp_err_status_t srtp_protect(
  srtp_t session, const uint8_t* from, size_t length, uint8_t* to, size_t* written, size_t /*masterKey*/)
{
	return hexkey::copyAndWork(::srtp_protect, session, from, length, to, written);
}

static inline srtp_err_status_t srtp_protect_rtcp(
  srtp_t session, const uint8_t* from, size_t length, uint8_t* to, size_t* written, size_t /*masterKey*/)
{
	return hexkey::copyAndWork(::srtp_protect_rtcp, session, from, length, to, written);
}

static inline srtp_err_status_t srtp_unprotect(
  srtp_t session, const uint8_t* from, size_t length, uint8_t* to, size_t* written)
{
	return hexkey::copyAndWork(::srtp_unprotect, session, from, length, to, written);
}

static inline srtp_err_status_t srtp_unprotect_rtcp(
  srtp_t session, const uint8_t* from, size_t length, uint8_t* to, size_t* written)
{
	return hexkey::copyAndWork(::srtp_unprotect_rtcp, session, from, length, to, written);
}

static inline srtp_err_status_t srtp_stream_remove(srtp_t session, uint32_t ssrc)
{
	return ::srtp_remove_stream(session, ssrc);
}

// mediasoup turns statuses into words by number: these two are the next after libsrtp 2's last, as in libsrtp 3.
constexpr auto srtp_err_status_buffer_small = static_cast<srtp_err_status_t>(srtp_err_status_pkt_idx_adv + 1);
constexpr auto srtp_err_status_cryptex_err = static_cast<srtp_err_status_t>(srtp_err_status_pkt_idx_adv + 2);
