import type { Code } from '#report/codes.ts';
import type { Problem } from '#report/problem.ts';
import { nearest } from './shape.ts';
import { shorten } from './structure.ts';

type Say = Problem['say'];

/** What is wrong with an address. */
export interface AddressFault {
	readonly code: Code;
	readonly say: Say;
}

/** Hosts that only a computer of the office can open. */
const innerHost =
	/^(?:localhost|.*\.local|.*\.lan|127(?:\.\d+){3}|10(?:\.\d+){3}|192\.168(?:\.\d+){2}|172\.(?:1[6-9]|2\d|3[01])(?:\.\d+){2})$/i;
/** Endings of names that stand for a site elsewhere; `bai.mdx` and `to-khai.pdf` are files. */
const outerName =
	/^(?:www\.|[\p{L}\d-]+(?:\.[\p{L}\d-]+)*\.(?:vn|com|org|net|gov|edu|info|int|eu|ru|kr|cn|jp|us|uk|fr|de|sg|tv|me|io|app|wiki)(?=[/?#:]|$))/iu;

/**
 * What is wrong with an address as it was typed, whatever page it leads to.
 *
 * @returns Undefined for a plain outer address and for every address inside the site, which only its pages can judge.
 */
export function addressFault(typed: string): AddressFault | undefined {
	const url = typed.trim();
	const seen = `\`${shorten(url)}\``;
	const fault = (code: Code, vi: string, en: string): AddressFault => ({ code, say: { vi, en } });
	const broken = (vi: string, en: string) => fault('link/broken', vi, en);
	if (url === '' || url === '#')
		return broken(
			`Liên kết không có địa chỉ (${url === '' ? '`()`' : '`#`'}). Viết địa chỉ của trang được dẫn, hoặc bỏ liên kết, chỉ giữ lại chữ.`,
			`The link has no address (${url === '' ? '`()`' : '`#`'}). Write the address of the page, or remove the link and keep the words.`,
		);
	if (/^[a-z]:[\\/]|^\\\\|^file:/i.test(url))
		return fault(
			'link/scheme',
			`${seen} là tệp trên máy của người viết, người đọc không mở được. Dẫn tới trang đăng tệp ấy (\`https://…\`), hoặc bỏ liên kết.`,
			`${seen} is a file on the computer of its writer, which readers cannot open. Link to the page that publishes it (\`https://…\`), or remove the link.`,
		);
	const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(url)?.[1]?.toLowerCase();
	if (scheme === 'https' || scheme === 'http') return webFault(url, seen, scheme, fault);
	if (scheme === 'mailto') {
		const address = url.slice(7).split('?', 1)[0] ?? '';
		if (!/^[^\s@;,<>]+@[^\s@;,<>]+\.[^\s@;,<>]+(?:,[^\s@;,<>]+@[^\s@;,<>]+\.[^\s@;,<>]+)*$/.test(address))
			return broken(
				`${seen} không phải địa chỉ thư đúng. Viết một địa chỉ, không dấu cách: \`mailto:ten@example.vn\`.`,
				`${seen} is not a right mail address. Write one address without spaces: \`mailto:name@example.vn\`.`,
			);
		return undefined;
	}
	if (scheme === 'tel') {
		const number = url.slice(4);
		if (!/^\+?\d[\d().-]*\d(?:;.*)?$|^\d$/.test(number))
			return broken(
				`${seen} không phải số điện thoại viết đúng. Viết liền các chữ số, không dấu cách: \`tel:+842583822222\` hoặc \`tel:113\`.`,
				`${seen} is not a telephone number written right. Write the digits without spaces: \`tel:+842583822222\` or \`tel:113\`.`,
			);
		return undefined;
	}
	if (scheme === 'geo') return undefined;
	const isPort = scheme !== undefined && scheme.includes('.') && /^[^:]*:\d/.test(url);
	if (scheme !== undefined && !isPort) {
		const meant = nearest(scheme, ['https', 'http', 'mailto', 'tel']);
		const rest = url.slice(scheme.length + 1);
		const right = meant === 'http' || meant === 'https' ? `https://${rest.replace(/^\/*/, '')}` : `${meant}:${rest}`;
		return fault(
			'link/scheme',
			`Không dùng được liên kết ${seen}.${meant ? ` Có phải \`${shorten(right)}\`?` : ''} Dùng \`https://\`, \`mailto:\`, \`tel:\`, \`geo:\` hoặc địa chỉ trong trang như \`/visit/…/\`; hoặc bỏ liên kết.`,
			`The link ${seen} cannot be used.${meant ? ` Did you mean \`${shorten(right)}\`?` : ''} Use \`https://\`, \`mailto:\`, \`tel:\`, \`geo:\` or an address of this site such as \`/visit/…/\`; or remove the link.`,
		);
	}
	const elsewhere = (right: string) =>
		broken(
			`Địa chỉ ở trang khác phải bắt đầu bằng \`https://\`; ở đây là ${seen}. Viết \`${shorten(right)}\`.`,
			`An address on another site must start with \`https://\`; here it is ${seen}. Write \`${shorten(right)}\`.`,
		);
	if (/^https?[;/]?\/\//i.test(url)) return elsewhere(`https://${url.replace(/^https?[;/]?\/+/i, '')}`);
	if (url.startsWith('//')) return elsewhere(`https:${url}`);
	if (/^[^\s@/]+@[^\s@/]+\.[^\s@/.]+$/.test(url))
		return broken(
			`${seen} là địa chỉ thư. Viết \`mailto:${shorten(url)}\`.`,
			`${seen} is a mail address. Write \`mailto:${shorten(url)}\`.`,
		);
	if (outerName.test(url)) return elsewhere(`https://${url}`);
	return undefined;
}

function webFault(
	url: string,
	seen: string,
	scheme: string,
	fault: (code: Code, vi: string, en: string) => AddressFault,
): AddressFault | undefined {
	const broken = (vi: string, en: string) => fault('link/broken', vi, en);
	const authority = /^https?:\/\/([^/?#\\]*)/i.exec(url)?.[1];
	if (authority === undefined || /^https?:\/\/+(?=https?:?\/)/i.test(url)) {
		const right = `https://${url.replace(/^(?:https?:?\/*)+/i, '')}`;
		return broken(
			`Đầu địa chỉ ${seen} viết sai. Viết \`${shorten(right)}\`.`,
			`The beginning of the address ${seen} is wrong. Write \`${shorten(right)}\`.`,
		);
	}
	const host = authority.replace(/^.*@/, '').replace(/:\d*$/, '');
	if (authority.includes('@'))
		return broken(
			`Địa chỉ ${seen} chứa tên đăng nhập hoặc mật khẩu, ai cũng đọc được. Xóa phần từ sau \`https://\` đến dấu \`@\`, và đổi mật khẩu đó.`,
			`The address ${seen} holds a user name or a password that everybody can read. Delete what stands between \`https://\` and \`@\`, and change that password.`,
		);
	if (/^$|^[.…]+$/u.test(host) || !/[\p{L}\d]/u.test(host))
		return broken(
			`Địa chỉ ${seen} thiếu tên trang. Viết đủ địa chỉ, chép từ thanh địa chỉ của trình duyệt, hoặc bỏ liên kết.`,
			`The address ${seen} lacks the name of the site. Copy the whole address from the address bar of the browser, or remove the link.`,
		);
	if (innerHost.test(host))
		return broken(
			`Địa chỉ ${seen} chỉ mở được trên máy hoặc trong mạng của người viết. Dùng địa chỉ mà mọi người mở được, hoặc bỏ liên kết.`,
			`The address ${seen} opens only on the computer or in the network of its writer. Use an address that everybody can open, or remove the link.`,
		);
	// Names in other alphabets exist; one that mixes them only looks like another.
	const isMixed = /\p{Script=Latin}/u.test(host) && /[\p{Script=Cyrillic}\p{Script=Greek}]/u.test(host);
	if (!/^\[?[\p{L}\p{M}\d.:_-]+\]?$/u.test(host) || !/[.:]/.test(host) || /\.\.|^\./.test(host) || isMixed)
		return broken(
			`Tên trang \`${shorten(host)}\` trong địa chỉ viết sai${isMixed ? ' (có chữ của bảng chữ khác, chỉ trông giống)' : ''}. Chép lại địa chỉ từ thanh địa chỉ của trình duyệt, hoặc bỏ liên kết.`,
			`The name of the site, \`${shorten(host)}\`, is not written right${isMixed ? ' (it has letters of another alphabet that only look alike)' : ''}. Copy the address again from the address bar of the browser, or remove the link.`,
		);
	if (scheme === 'http')
		return fault(
			'link/http',
			`Liên kết ${seen} không được bảo vệ. Viết \`${shorten(url.replace(/^http:/i, 'https:'))}\` rồi mở thử; nơi ấy không có \`https://\` thì bỏ liên kết.`,
			`The link ${seen} is not protected. Write \`${shorten(url.replace(/^http:/i, 'https:'))}\` and try it; if the site has no \`https://\`, remove the link.`,
		);
	return undefined;
}
