declare module 'virtual:board' {
	import type { Board } from '#board/board.ts';
	const board: Board;
	export default board;
}
